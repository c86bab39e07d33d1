using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A listener without port takes all that others leave, so it stands last.</summary>
internal sealed class OpenEgressListenerIsLast : Rule<EquatableList<IstioEgressListener>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2616",
        DiagnosticSeverity.Error,
        "The listener has no port, so it takes all traffic, and {0} listeners follow.",
        "Move it to the end; there can be one such listener.");

    public override void Check(EquatableList<IstioEgressListener> value, Place place)
    {
        for (int i = 0; i < value.Count - 1; i++)
        {
            if (value[i] is { Port: null })
            {
                place.Item(i).Report(Descriptor, value.Count - 1 - i);
            }
        }
    }
}
