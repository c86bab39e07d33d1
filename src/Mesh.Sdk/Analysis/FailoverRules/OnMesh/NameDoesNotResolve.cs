using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A name resolves only where a Service object stands.</summary>
/// <remarks>Source: istio/istio#17087, istio/istio#31760.</remarks>
internal sealed class NameDoesNotResolve : Rule<ServiceView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2154",
        DiagnosticSeverity.Warning,
        "The service '{0}' resolves in {1} only, and workloads of namespace '{2}' run in {3} as well: there the name is unknown, whatever fails over.",
        "Name these clusters in ResolvesIn, or leave it out: by default a service resolves everywhere.");

    public override void Check(ServiceView value, Place place)
    {
        ServiceTarget target = value.Target;
        if (target.ResolvesIn.Count == 0 || !target.HasPorts)
        {
            return;
        }

        string[] blind = [.. value.Model.SendersTo(target).Select(s => s.Cluster).Distinct().Where(c => !target.ResolvesIn.Contains(c)).Order(StringComparer.Ordinal)];
        if (blind.Length > 0)
        {
            value.Places.Resolution.WithRemedy(value.Advice?.AddService(blind))
                .Report(Descriptor, target.Name, Words.Quoted(target.ResolvesIn), target.Service.Namespace, Words.Quoted(blind));
        }
    }
}
