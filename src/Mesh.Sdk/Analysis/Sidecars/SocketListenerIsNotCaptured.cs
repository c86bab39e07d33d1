using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>Traffic to a socket is not captured.</summary>
internal sealed class SocketListenerIsNotCaptured : Rule<SidecarListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2618",
        DiagnosticSeverity.Error,
        "The listener is on a socket, and captureMode is {0}.",
        "Set 'captureMode' to DEFAULT or NONE.");

    public override void Check(SidecarListener value, Place place)
    {
        if (value.IsSocket && value.CaptureMode is { } mode and not (CaptureMode.Default or CaptureMode.None))
        {
            place.Field("captureMode").Report(Descriptor, EnumText.Of(mode));
        }
    }
}
