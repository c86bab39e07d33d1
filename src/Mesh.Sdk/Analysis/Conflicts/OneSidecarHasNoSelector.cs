using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>A namespace has one Sidecar without selector.</summary>
internal sealed class OneSidecarHasNoSelector : Rule<InContext<Sidecar>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2811",
        DiagnosticSeverity.Error,
        "The objects {0} of the namespace have no selector, and which one applies is undefined.",
        "Keep one of them, or give the others a selector.") { IstioCode = "IST0111" };

    public override void Check(InContext<Sidecar> value, Place place)
    {
        IReadOnlyList<ResourceKey> names = SidecarsSelectOtherPods.Conflicts(value.Context).WithoutSelector(place.Key);
        if (names.Count > 1
            && SidecarsSelectOtherPods.SelectorOf(value.Resource) is null
            && !NamespaceIndex.Of(value.Context).IsAmbient(place.Key.Cluster, Names.NamespaceOf(place.Key)))
        {
            place.Field("spec").Report(Descriptor, Names.Join(names.Select(key => key.Name)));
        }
    }
}
