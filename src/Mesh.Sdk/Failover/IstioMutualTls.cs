using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Failover;

/// <summary>Whether the traffic policy lets clients use Istio's mutual TLS, without which gateways are out of reach.</summary>
/// <remarks>Source: Istio, <c>mtls_checker.go</c>; specification 3.4.</remarks>
internal static class IstioMutualTls
{
    /// <summary>Returns the mode that rules it out; null if the endpoints decide. A block without mode says DISABLE, the first value of the enum.</summary>
    public static string? ModeWithout(ClientTlsSettings? tls) => tls switch
    {
        null or { Mode: ClientTlsSettingsMode.IstioMutual } => null,
        { Mode: ClientTlsSettingsMode.Simple } => "SIMPLE",
        { Mode: ClientTlsSettingsMode.Mutual } => "MUTUAL",
        _ => "DISABLE",
    };
}
