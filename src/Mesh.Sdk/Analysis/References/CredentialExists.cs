using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The certificate of a Gateway is where its pods are.</summary>
internal sealed class CredentialExists : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2884",
        DiagnosticSeverity.Error,
        "There is no Secret '{0}' in the namespace '{1}' of the gateway's pods, so the port serves no TLS.",
        "Create the Secret in the namespace of the pods, or correct credentialName.") { IstioCode = "IST0101" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        foreach (GatewayCredential credential in GatewayCredential.Of(value, place).Where(credential => credential.Secret is null))
        {
            credential.Place.Report(Descriptor, credential.Name, credential.Namespace);
        }
    }
}
