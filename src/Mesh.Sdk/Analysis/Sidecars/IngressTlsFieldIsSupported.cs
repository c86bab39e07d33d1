using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>TLS of inbound traffic uses files, and redirects nobody.</summary>
internal sealed class IngressTlsFieldIsSupported : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2613",
        DiagnosticSeverity.Error,
        "The TLS settings of the listener have '{0}', which a Sidecar does not support.",
        "Remove '{0}'; give certificates as files.");

    public override void Check(ServerTlsSettings value, Place place)
    {
        Report(value.SubjectAltNames.Count > 0, "subjectAltNames");
        Report(value.HttpsRedirect == true, "httpsRedirect");
        Report(!string.IsNullOrEmpty(value.CredentialName), "credentialName");

        void Report(bool isSet, string field)
        {
            if (isSet)
            {
                place.Field(field).Report(Descriptor, field);
            }
        }
    }
}
