using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Rules are looked up in the namespace of the client, then of the service, then in the root namespace.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/model/push_context.go</c>; specification 8.2.</remarks>
internal sealed class RuleOutOfSight : Rule<RuleView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2122",
        DiagnosticSeverity.Warning,
        "The rule stands in namespace '{0}' and is for services of '{1}': clients look in their own namespace, in '{1}' and in '{2}', so only clients in '{0}' use it{3}.",
        "Move the rule to namespace '{1}'.");

    public override void Check(RuleView value, Place place)
    {
        if (value.ServiceNamespace is { } services
            && value.Namespace != services
            && value.Namespace != value.Model.Defaults.RootNamespace
            && value.IsAboutFailover
            && !value.Model.Clients.Namespaces.Contains(value.Namespace))
        {
            string known = value.Model.Clients.Namespaces.Count == 0 ? "" : ", and no workload here runs there";
            place.Field("host").Report(Descriptor, value.Namespace, services, value.Model.Defaults.RootNamespace, known);
        }
    }
}
