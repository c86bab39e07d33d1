using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Whether the certificate of a server is verified.</summary>
internal static class ServerVerification
{
    // The secret brings the certificates, but sidecars read it for rules with a workload selector only.
    public static bool IsGiven(ClientTlsSettings tls, DestinationRuleSpec spec) =>
        tls.Mode is not (ClientTlsSettingsMode.Simple or ClientTlsSettingsMode.Mutual)
        || !string.IsNullOrEmpty(tls.CaCertificates)
        || (!string.IsNullOrEmpty(tls.CredentialName) && spec.WorkloadSelector is not null);
}
