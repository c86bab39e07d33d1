using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mesh.Sdk.Kubernetes.Transport;

/// <summary>
/// Accepts the certificates that Go accepts with the same kubeconfig: with certificate authorities given only theirs, where
/// each is an anchor, also one that another has signed; else those of the machine.
/// </summary>
internal sealed class ServerCertificateCheck(KubernetesConnection connection)
{
    // What a cluster's authority signs for clients is no server's.
    private const string ServerUsage = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection? _anchors = AnchorsOf(connection.CertificateAuthorityPem);

    public bool Accept(object sender, X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (connection.SkipsTlsVerification)
        {
            return true;
        }

        if (certificate is null)
        {
            throw new ServerCertificateException(KubernetesConnectionFailure.Tls, "it shows no certificate");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            throw new ServerCertificateException(KubernetesConnectionFailure.WrongServerName, $"its certificate is not for '{connection.TlsServerName ?? connection.Server.Host}'");
        }

        if (_anchors is null)
        {
            return !errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? true : throw Explain(presented!.ChainStatus);
        }

        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_anchors);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerUsage));
        chain.ChainPolicy.ExtraStore.AddRange(presented?.ChainPolicy.ExtraStore ?? []);
        using X509Certificate2 leaf = new(certificate);
        return chain.Build(leaf) || EndsInAnchor(chain) ? true : throw Explain(chain.ChainStatus);
    }

    private static X509Certificate2Collection? AnchorsOf(string? pem)
    {
        if (pem is null)
        {
            return null;
        }

        X509Certificate2Collection anchors = [];
        anchors.ImportFromPem(pem);
        return anchors;
    }

    private bool EndsInAnchor(X509Chain chain) =>
        chain.ChainStatus.All(s => s.Status == X509ChainStatusFlags.PartialChain)
        && _anchors!.Any(a => a.RawDataMemory.Span.SequenceEqual(chain.ChainElements[^1].Certificate.RawDataMemory.Span));

    private static ServerCertificateException Explain(X509ChainStatus[] errors) =>
        errors.Any(e => e.Status == X509ChainStatusFlags.NotTimeValid)
            ? new(KubernetesConnectionFailure.ExpiredCertificate, "its certificate, or one above it, is not valid at this time")
            : new(KubernetesConnectionFailure.UntrustedCertificate, "its certificate is not signed by a trusted certificate authority");
}
