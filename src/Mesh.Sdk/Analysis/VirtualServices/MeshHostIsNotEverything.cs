using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A VirtualService for sidecars names its hosts.</summary>
internal sealed class MeshHostIsNotEverything : Rule<VirtualServiceSpec>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2305",
        DiagnosticSeverity.Error,
        "The host '*' is every service of the mesh, and Istio refuses that for sidecars.",
        "Name the hosts, or give gateways without mesh.");

    public override string VectorId => "VS-HOST-WILDCARD-MESH";

    public override void Check(VirtualServiceSpec value, Place place)
    {
        bool isBoundToGateways = value.IsBoundToGateways();
        for (int i = 0; i < value.Hosts.Count && !isBoundToGateways; i++)
        {
            if (value.Hosts[i] == "*")
            {
                place.Field("hosts").Item(i).Report(Descriptor);
            }
        }
    }
}
