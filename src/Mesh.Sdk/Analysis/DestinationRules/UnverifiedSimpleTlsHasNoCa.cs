using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Who does not verify gives nothing to verify with.</summary>
internal sealed class UnverifiedSimpleTlsHasNoCa : Rule<ClientTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2291",
        DiagnosticSeverity.Error,
        "insecureSkipVerify is true with mode SIMPLE, and {0} is set, which would verify.",
        "Set insecureSkipVerify to false, or leave caCertificates, credentialName and subjectAltNames out.");

    public override string VectorId => "TLS-SKIP-VERIFY-SIMPLE";

    public override void Check(ClientTlsSettings value, Place place)
    {
        if (value is { InsecureSkipVerify: true, Mode: ClientTlsSettingsMode.Simple }
            && TlsFields.FirstSet(
                ("caCertificates", !string.IsNullOrEmpty(value.CaCertificates)),
                ("credentialName", !string.IsNullOrEmpty(value.CredentialName)),
                ("subjectAltNames", value.SubjectAltNames.Count > 0)) is { } field)
        {
            place.Field("insecureSkipVerify").Report(Descriptor, field);
        }
    }
}
