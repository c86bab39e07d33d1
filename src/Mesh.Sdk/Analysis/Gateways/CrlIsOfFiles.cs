using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>A revocation list in a file goes with files.</summary>
internal sealed class CrlIsOfFiles : Rule<ServerTlsSettings>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2540",
        DiagnosticSeverity.Error,
        "caCrl is set and credentialName is '{0}', which has to hold the list.",
        "Put the list into the Secret, and leave caCrl out.");

    public override string VectorId => "GW-TLS-CRL-CREDENTIAL";

    public override void Check(ServerTlsSettings value, Place place)
    {
        if (!string.IsNullOrEmpty(value.CaCrl) && !string.IsNullOrEmpty(value.CredentialName))
        {
            place.Field("caCrl").Report(Descriptor, value.CredentialName);
        }
    }
}
