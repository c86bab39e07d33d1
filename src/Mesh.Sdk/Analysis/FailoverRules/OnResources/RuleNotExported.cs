using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A rule that is not exported is not used by clients of other namespaces, the ingress gateway among them.</summary>
/// <remarks>Specification 8.2.</remarks>
internal sealed class RuleNotExported : Rule<RuleView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2126",
        DiagnosticSeverity.Warning,
        "exportTo is {0}, so only clients in '{1}' use the rule; {2}.",
        "Remove exportTo, or add '*' or the namespaces of the clients.");

    public override void Check(RuleView value, Place place)
    {
        if (!value.IsPrivate || value.Spec.WorkloadSelector is not null || !value.IsAboutFailover)
        {
            return;
        }

        string? missed = MissedClients(value);
        if (missed is not null)
        {
            place.Field("exportTo").Report(
                place.Field("exportTo").RemoveField($"Remove {place.Path}.exportTo."),
                Descriptor,
                value.Spec.ExportTo.Count == 0 ? "'.' by the mesh config" : Words.Quoted(value.Spec.ExportTo),
                value.Namespace,
                missed);
        }
    }

    private static string? MissedClients(RuleView rule)
    {
        if (rule.Model.Clients.AreAtGateway(rule.Host, rule.ServiceNamespace) && rule.Namespace != rule.Model.Defaults.RootNamespace)
        {
            return "a VirtualService routes to the host at a gateway, which does not use it";
        }

        if (rule.ServiceNamespace is { } services && services != rule.Namespace)
        {
            return $"the services are in '{services}', whose clients do not use it";
        }

        string[] others = [.. rule.Model.Clients.Namespaces.Where(n => n != rule.Namespace).Take(3)];
        return others.Length == 0 ? null : $"workloads in {Words.Quoted(others)} do not use it";
    }
}
