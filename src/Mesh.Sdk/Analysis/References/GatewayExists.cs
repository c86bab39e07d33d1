using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A gateway that a VirtualService names is there.</summary>
internal sealed class GatewayExists : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2882",
        DiagnosticSeverity.Error,
        "There is no Gateway '{0}', so the routes are bound to nothing.",
        "Correct the reference: NAMESPACE/NAME, or NAME in the own namespace.") { IstioCode = "IST0101" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        EquatableList<string> gateways = value.Resource.Spec?.Gateways ?? default;
        for (int i = 0; i < gateways.Count; i++)
        {
            if (gateways[i] is { } name and not GatewayIndex.Mesh
                && !GatewayIsInternal.IsInternal(name)
                && GatewayIndex.Of(value.Context).Find(place.Key.Cluster, Names.FullName(name, Names.NamespaceOf(place.Key))) is null)
            {
                place.Field("spec").Field("gateways").Item(i).Report(Descriptor, name);
            }
        }
    }
}
