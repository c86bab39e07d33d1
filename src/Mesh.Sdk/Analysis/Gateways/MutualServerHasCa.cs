using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Who verifies clients has a CA.</summary>
internal sealed class MutualServerHasCa : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2536",
        DiagnosticSeverity.Error,
        "The mode verifies clients, the certificates come from files, and caCertificates is not set.",
        "Set caCertificates, or take the certificates from credentialName.");

    public override string VectorId => "GW-TLS-MUTUAL-CA";

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (value.Mode is ServerTlsMode.Mutual or ServerTlsMode.OptionalMutual && string.IsNullOrEmpty(value.CaCertificates))
        {
            place.Field("caCertificates").Report(Descriptor);
        }
    }
}
