using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The Secret of a Gateway holds a certificate that is valid now.</summary>
internal sealed class CredentialIsUsable : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2861",
        DiagnosticSeverity.Error,
        "The Secret '{0}' in namespace '{1}' {2}, so the port serves no TLS.",
        "Give the Secret a valid certificate as tls.crt with its key as tls.key.") { IstioCode = "IST0161" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        foreach (GatewayCredential credential in GatewayCredential.Of(value, place))
        {
            if (credential.Secret is { } secret && ServedCertificate.ProblemOf(secret, value.Context.TimeProvider.GetUtcNow()) is { } problem)
            {
                credential.Place.Report(Descriptor, credential.Name, credential.Namespace, problem);
            }
        }
    }
}
