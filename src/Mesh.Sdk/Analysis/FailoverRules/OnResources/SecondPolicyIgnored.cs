using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Rules of one host and namespace are merged, but the traffic policy is that of the first alone.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/model/destination_rule.go</c>; specification 8.3.</remarks>
internal sealed class SecondPolicyIgnored : Rule<RuleView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2120",
        DiagnosticSeverity.Warning,
        "The rules {0} and {1} are for the same host '{2}'; only the first traffic policy counts, whole: that of {0}. {3} here {4} ignored.",
        "Put everything into one rule.");

    public override void Check(RuleView value, Place place)
    {
        if (value.Spec is not { TrafficPolicy: { } policy, WorkloadSelector: null })
        {
            return;
        }

        RuleView? first = value.Cluster.ByNamespace[value.Namespace].At(value.Host)
            .Find(r => r.Spec is { TrafficPolicy: not null, WorkloadSelector: null } && r.IsMergedWith(value));
        if (first is null || first == value || first.Spec.TrafficPolicy == policy)
        {
            return;
        }

        string[] blocks =
        [
            .. new (string Name, bool IsSet)[]
            {
                ("outlierDetection", policy.OutlierDetection is not null),
                ("loadBalancer", policy.LoadBalancer is not null),
                ("connectionPool", policy.ConnectionPool is not null),
                ("tls", policy.Tls is not null),
                ("portLevelSettings", policy.PortLevelSettings.Count > 0),
            }.Where(b => b.IsSet).Select(b => b.Name),
        ];
        string what = blocks.Length == 0 ? "trafficPolicy" : string.Join(", ", blocks);
        place.Field("trafficPolicy").Report(Descriptor, first.Name, value.Name, value.Host, what, blocks.Length > 1 ? "are" : "is");
    }
}
