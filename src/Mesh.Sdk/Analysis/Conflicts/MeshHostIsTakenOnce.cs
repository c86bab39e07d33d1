using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A host has one VirtualService for sidecars.</summary>
internal sealed class MeshHostIsTakenOnce : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2809",
        DiagnosticSeverity.Error,
        "The host '{0}' has several VirtualServices for the sidecars ({1}), and which one applies is undefined.",
        "Merge them into one, or narrow their exportTo.") { IstioCode = "IST0109" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        if (MeshHostConflicts.Of(value.Context).Of(place.Key) is ({ } host, { } names))
        {
            place.Field("spec").Field("hosts").Report(Descriptor, host, names);
        }
    }
}
