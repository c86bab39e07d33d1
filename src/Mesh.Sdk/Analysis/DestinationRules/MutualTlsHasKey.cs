using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Mutual TLS takes a private key of the client.</summary>
internal sealed class MutualTlsHasKey : Rule<ClientTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2295",
        DiagnosticSeverity.Error,
        "mode is MUTUAL and neither credentialName nor privateKey is set.",
        "Set credentialName or privateKey; mode ISTIO_MUTUAL takes neither.");

    public override string VectorId => "TLS-MUTUAL-KEY";

    public override void Check(ClientTlsSettings value, Place place)
    {
        if (value.Mode == ClientTlsSettingsMode.Mutual && string.IsNullOrEmpty(value.CredentialName) && string.IsNullOrEmpty(value.PrivateKey))
        {
            place.Field("privateKey").Report(Descriptor);
        }
    }
}
