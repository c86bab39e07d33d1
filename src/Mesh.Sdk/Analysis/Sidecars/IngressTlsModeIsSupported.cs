using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>TLS of inbound traffic is terminated with certificates, or passed through.</summary>
internal sealed class IngressTlsModeIsSupported : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2614",
        DiagnosticSeverity.Error,
        "The TLS mode of the listener is {0}, which a Sidecar does not support.",
        "Give SIMPLE, MUTUAL, OPTIONAL_MUTUAL or PASSTHROUGH; use a PeerAuthentication for mutual TLS of the mesh.");

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (value.Mode is ServerTlsMode.IstioMutual or ServerTlsMode.AutoPassthrough)
        {
            place.Field("mode").Report(Descriptor, value.Mode is { } mode ? EnumText.Of(mode) : null);
        }
    }
}
