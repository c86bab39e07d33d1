using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The certificate in a Secret, as a gateway serves it.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/credentials/kube</c> and <c>pilot/pkg/xds/sds.go</c>.</remarks>
internal static class ServedCertificate
{
    private static readonly (string Certificate, string Key)[] Fields = [("cert", "key"), ("tls.crt", "tls.key")];

    /// <summary>Returns what keeps a gateway from serving it; <see langword="null"/> if nothing does. Tells nothing of the content.</summary>
    public static string? ProblemOf(Secret secret, DateTimeOffset now)
    {
        foreach ((string certificate, string key) in Fields)
        {
            if (Bytes(secret, certificate).Length > 0 && Bytes(secret, key).Length > 0)
            {
                return ProblemOf(Encoding.UTF8.GetString(Bytes(secret, certificate)), now);
            }
        }

        return "has neither tls.crt with tls.key nor cert with key";
    }

    private static string? ProblemOf(string pem, DateTimeOffset now)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields))
        {
            return "has a certificate that is not PEM";
        }

        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(pem[fields.Base64Data]));
            return now.UtcDateTime > certificate.NotAfter.ToUniversalTime() ? "has a certificate that is expired"
                : now.UtcDateTime < certificate.NotBefore.ToUniversalTime() ? "has a certificate that is not valid yet"
                : null;
        }
        catch (CryptographicException)
        {
            return "has a certificate that can't be read";
        }
    }

    // The API server merges stringData into data, and takes Base64 only.
    private static byte[] Bytes(Secret secret, string field)
    {
        if (secret.StringData.TryGetValue(field, out SecretText text))
        {
            return Encoding.UTF8.GetBytes(text.Reveal());
        }

        byte[] bytes = new byte[secret.Data.TryGetValue(field, out SecretText encoded) ? encoded.Reveal().Length : 0];
        return Convert.TryFromBase64String(encoded.Reveal(), bytes, out int length) ? bytes[..length] : [];
    }
}
