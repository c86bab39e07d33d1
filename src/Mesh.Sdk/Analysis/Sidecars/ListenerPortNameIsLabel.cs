using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>The name of a port is a label.</summary>
internal sealed class ListenerPortNameIsLabel : Rule<SidecarPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2606",
        DiagnosticSeverity.Error,
        "'{0}' can't be the name of a port.",
        "Give letters, digits and '-', such as 'http-orders'.");

    public override void Check(SidecarPort value, Place place)
    {
        if (value.Name is { Length: > 0 } name && !IstioFormats.IsDns1123Label(name))
        {
            place.Field("name").Report(Descriptor, name);
        }
    }
}
