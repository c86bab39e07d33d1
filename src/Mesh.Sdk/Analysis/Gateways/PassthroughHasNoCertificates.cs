using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Who passes TLS through has no certificates.</summary>
internal sealed class PassthroughHasNoCertificates : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2534",
        DiagnosticSeverity.Warning,
        "The mode passes TLS through, and {0} is set, which is ignored.",
        "Leave {0} out, or set mode to SIMPLE or MUTUAL.");

    public override string VectorId => "GW-TLS-PASSTHROUGH-CERTS";

    public override void Check(ServerTlsSettings value, Place place)
    {
        bool passesThrough = value.Mode is null or ServerTlsMode.Passthrough or ServerTlsMode.AutoPassthrough;
        if (passesThrough && (string.IsNullOrEmpty(value.CaCrl) ? ServerCertificates.FirstSet(value) : "caCrl") is { } field)
        {
            place.Field(field).Report(Descriptor, field);
        }
    }
}
