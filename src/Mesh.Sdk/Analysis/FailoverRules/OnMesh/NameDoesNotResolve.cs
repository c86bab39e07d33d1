using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology;

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
        MeshService service = value.Service;
        if (service.ResolvesIn.Count == 0 || service.Ports.Count == 0)
        {
            return;
        }

        string[] blind = [.. value.Model.SendersTo(service).Where(c => !service.ResolvesIn.Contains(c)).Order(StringComparer.Ordinal)];
        if (blind.Length > 0)
        {
            place.Field("resolvesIn").Report(Descriptor, service.Name, Words.Quoted(service.ResolvesIn), service.Namespace, Words.Quoted(blind));
        }
    }
}
