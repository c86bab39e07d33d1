using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A listener with a port binds to an IP address.</summary>
internal sealed class ListenerBindIsIp : Rule<SidecarListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2609",
        DiagnosticSeverity.Error,
        "bind is '{0}', which is not an IP address.",
        "Give an IP address, or leave 'bind' out.");

    public override void Check(SidecarListener value, Place place)
    {
        if (!value.IsSocket && value.Bind.Length > 0 && !IstioFormats.IsIpAddress(value.Bind))
        {
            place.Field("bind").Report(Descriptor, value.Bind);
        }
    }
}
