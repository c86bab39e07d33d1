using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Who does not verify gives nothing to verify with.</summary>
internal sealed class UnverifiedMutualTlsHasNoCa : Rule<ClientTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2292",
        DiagnosticSeverity.Error,
        "insecureSkipVerify is true with mode MUTUAL, and {0} is set, which would verify.",
        "Set insecureSkipVerify to false, or leave caCertificates and subjectAltNames out.");

    public override string VectorId => "TLS-SKIP-VERIFY-MUTUAL";

    public override void Check(ClientTlsSettings value, Place place)
    {
        if (value is { InsecureSkipVerify: true, Mode: ClientTlsSettingsMode.Mutual }
            && TlsFields.FirstSet(
                ("caCertificates", !string.IsNullOrEmpty(value.CaCertificates)),
                ("subjectAltNames", value.SubjectAltNames.Count > 0)) is { } field)
        {
            place.Field("insecureSkipVerify").Report(Descriptor, field);
        }
    }
}
