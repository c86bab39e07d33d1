using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Workloads of other namespaces may call a service too, where its name resolves.</summary>
/// <remarks>Source: istio/istio#17087, istio/istio#31760.</remarks>
internal sealed class NameUnknownToOthers : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2158",
        DiagnosticSeverity.Info,
        "The service '{0}' resolves in {1} only, and workloads of other namespaces ({2}) run in {3}: if they call it, the name is unknown there.",
        "If they call it, name these clusters in ResolvesIn, or leave it out: by default a service resolves everywhere.");

    public override void Check(ServiceView value, Place place)
    {
        ServiceTarget target = value.Target;
        if (target.ResolvesIn.Count == 0 || !target.HasPorts)
        {
            return;
        }

        (string Namespace, string Cluster)[] blind = [.. value.Model.OtherSenders(target).Where(s => !target.ResolvesIn.Contains(s.Cluster))];
        string[] clusters = [.. blind.Select(s => s.Cluster).Distinct().Order(StringComparer.Ordinal)];
        if (blind.Length > 0)
        {
            value.Places.Resolution.WithRemedy(value.Advice?.AddService(clusters)).Report(
                Descriptor,
                target.Name,
                Words.Quoted(target.ResolvesIn),
                Words.Quoted(blind.Select(s => s.Namespace).Distinct().Order(StringComparer.Ordinal)),
                Words.Quoted(clusters));
        }
    }
}
