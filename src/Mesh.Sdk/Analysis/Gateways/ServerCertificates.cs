using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Where the certificates of a server come from.</summary>
internal static class ServerCertificates
{
    /// <summary>Returns the sources that are given in full.</summary>
    public static IEnumerable<string> SourcesOf(ServerTlsSettings tls)
    {
        if (!string.IsNullOrEmpty(tls.ServerCertificate) && !string.IsNullOrEmpty(tls.PrivateKey))
        {
            yield return "serverCertificate with privateKey";
        }

        if (!string.IsNullOrEmpty(tls.CredentialName))
        {
            yield return "credentialName";
        }

        if (tls.CredentialNames.Count > 0)
        {
            yield return "credentialNames";
        }

        if (tls.TlsCertificates.Count > 0)
        {
            yield return "tlsCertificates";
        }
    }

    /// <summary>Returns the first field for a certificate, key, CA or Secret that is set.</summary>
    public static string? FirstSet(ServerTlsSettings tls) =>
        !string.IsNullOrEmpty(tls.ServerCertificate) ? "serverCertificate"
        : !string.IsNullOrEmpty(tls.PrivateKey) ? "privateKey"
        : !string.IsNullOrEmpty(tls.CaCertificates) ? "caCertificates"
        : tls.TlsCertificates.Count > 0 ? "tlsCertificates"
        : !string.IsNullOrEmpty(tls.CredentialName) ? "credentialName"
        : tls.CredentialNames.Count > 0 ? "credentialNames"
        : null;
}
