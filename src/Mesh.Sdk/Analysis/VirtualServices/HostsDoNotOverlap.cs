using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>No two hosts of a VirtualService fit the same name.</summary>
internal sealed class HostsDoNotOverlap : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2306",
        DiagnosticSeverity.Error,
        "The host '{0}' overlaps with '{1}'.",
        "Keep the wider one, or move one of them to its own VirtualService.");

    public override string VectorId => "VS-HOST-DUPLICATE";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        HostIndex hosts = new(value.Hosts);
        for (int i = 0; i < value.Hosts.Count; i++)
        {
            if (hosts.OverlappedBy(i) is { } other)
            {
                place.Field("hosts").Item(i).Report(Descriptor, value.Hosts[i], other);
            }
        }
    }
}
