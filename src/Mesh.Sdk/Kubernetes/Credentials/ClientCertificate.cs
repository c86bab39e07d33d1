using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>Makes a client certificate, with those above it, of PEM texts.</summary>
internal static class ClientCertificate
{
    /// <exception cref="CryptographicException">A text is no PEM of its kind, or the key is not the certificate's.</exception>
    public static SslStreamCertificateContext FromPem(string certificatePem, SecretText keyPem)
    {
        X509Certificate2Collection chain = [];
        chain.ImportFromPem(certificatePem);
        return SslStreamCertificateContext.Create(Leaf(certificatePem, keyPem), chain, offline: true);
    }

    private static X509Certificate2 Leaf(string certificatePem, SecretText keyPem)
    {
        try
        {
            X509Certificate2 leaf = X509Certificate2.CreateFromPem(certificatePem, keyPem.Reveal());

            // Windows takes no key for TLS that is in memory only.
            return OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null) : leaf;
        }
        catch (ArgumentException)
        {
            throw new CryptographicException("The key is not that of the certificate.");
        }
    }
}
