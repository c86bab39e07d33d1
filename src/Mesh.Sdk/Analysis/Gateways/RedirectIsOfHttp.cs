using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Only HTTP is redirected to HTTPS.</summary>
internal sealed class RedirectIsOfHttp : Rule<Server>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2516",
        DiagnosticSeverity.Warning,
        "tls.httpsRedirect is true and the protocol of port {0} is '{1}', which knows no redirect.",
        "Leave httpsRedirect out here; it belongs on the server for HTTP.");

    public override string VectorId => "GW-HTTPS-REDIRECT-NON-HTTP";

    public override void Check(Server value, Place place)
    {
        if (value.Tls is { HttpsRedirect: true } && value.Port is { } port && !IstioProtocol.IsHttpLike(port.Protocol))
        {
            place.Field("tls").Field("httpsRedirect").Report(Descriptor, port.Number, port.Protocol);
        }
    }
}
