using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>Istio's validation of the TLS settings of servers, for gateways and sidecars.</summary>
internal static class ServerTlsChecks
{
    private static readonly Rule<ServerTlsSettings>[] VersionRules = [new OldTlsHasCiphers(), new CipherIsKnown(), new CiphersDiffer()];

    private static readonly IstioMutualHasNoFields IstioMutualRule = new();

    private static readonly Rule<ServerTlsSettings>[] SourceRules = [new PassthroughHasNoCertificates(), new CertificatesHaveOneSource()];

    private static readonly Rule<ServerTlsSettings>[] FileRules = [new MutualServerHasCa(), new CertificatesAreTwo()];

    private static readonly Rule<TlsCertificate>[] CertificateRules = [new ServerHasCertificate(), new ServerHasKey()];

    private static readonly Rule<ServerTlsSettings>[] CrlRules = [new CrlIsOfFiles(), new CrlIsOfMutualTls()];

    public static IEnumerable<IRule> Rules =>
        [.. VersionRules, IstioMutualRule, .. SourceRules, .. FileRules, .. CertificateRules, .. CrlRules];

    public static void Check(ServerTlsSettings? tls, Place place)
    {
        if (tls is null)
        {
            return;
        }

        place.Finds(tls, VersionRules);
        if (tls.Mode == ServerTlsMode.IstioMutual)
        {
            IstioMutualRule.Check(tls, place);
            return;
        }

        place.Finds(tls, SourceRules);
        if (tls.Mode is ServerTlsMode.Simple or ServerTlsMode.Mutual or ServerTlsMode.OptionalMutual)
        {
            // What a Secret holds is not known here; istiod looks no further, not even at the revocation list.
            if (!string.IsNullOrEmpty(tls.CredentialName) || tls.CredentialNames.Count > 0)
            {
                return;
            }

            place.Finds(tls, FileRules);
            CheckCertificates(tls, place);
        }

        place.Finds(tls, CrlRules);
    }

    private static void CheckCertificates(ServerTlsSettings tls, Place place)
    {
        if (tls.TlsCertificates.Count == 0)
        {
            place.Finds(new TlsCertificate { ServerCertificate = tls.ServerCertificate, PrivateKey = tls.PrivateKey }, CertificateRules);
        }

        for (int i = 0; i < tls.TlsCertificates.Count; i++)
        {
            if (tls.TlsCertificates[i] is { } certificate)
            {
                place.Field("tlsCertificates").Item(i).Finds(certificate, CertificateRules);
            }
        }
    }
}
