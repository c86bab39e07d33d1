using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A revocation list is for clients that are verified.</summary>
internal sealed class CrlIsOfMutualTls : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2541",
        DiagnosticSeverity.Error,
        "caCrl is set and mode is SIMPLE, which verifies no client.",
        "Leave caCrl out, or set mode to MUTUAL.");

    public override string VectorId => "GW-TLS-CRL-SIMPLE";

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (!string.IsNullOrEmpty(value.CaCrl) && value.Mode == ServerTlsMode.Simple)
        {
            place.Field("caCrl").Report(Descriptor);
        }
    }
}
