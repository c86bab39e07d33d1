using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Istio's own certificates take no others.</summary>
internal sealed class IstioMutualHasNoFields : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2533",
        DiagnosticSeverity.Error,
        "mode is ISTIO_MUTUAL, which uses Istio's own certificates, and {0} is set.",
        "Leave {0} out, or set mode to MUTUAL.");

    public override string VectorId => "GW-TLS-ISTIO-MUTUAL-FIELDS";

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (value.Mode == ServerTlsMode.IstioMutual && ServerCertificates.FirstSet(value) is { } field)
        {
            place.Field(field).Report(Descriptor, field);
        }
    }
}
