using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Certificates for cases that a lab does not make by itself.</summary>
internal static class Certificates
{
    private const string ServerUsage = "1.3.6.1.5.5.7.3.1";
    private const string ClientUsage = "1.3.6.1.5.5.7.3.2";

    /// <summary>Makes a server's certificate that is its own authority.</summary>
    public static X509Certificate2 Server(DateTimeOffset from, DateTimeOffset until)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = Request("CN=server", key, ServerUsage);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(from, until);
    }

    /// <summary>Makes a client certificate of a lab's authority.</summary>
    public static (string Certificate, string Key) Client(string labFolder, string subject, DateTimeOffset from, DateTimeOffset until) =>
        Issue(labFolder, subject, ClientUsage, from, until);

    /// <summary>Writes an authority, a server's and an administrator's certificate into a folder, unless they are there.</summary>
    public static void WriteAll(string folder, DateTimeOffset now)
    {
        if (File.Exists(Path.Combine(folder, "ca.key")))
        {
            return;
        }

        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=lab-ca", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 authority = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        Write(folder, "ca", authority.ExportCertificatePem(), key.ExportECPrivateKeyPem());
        (string server, string serverKey) = Issue(folder, "CN=server", ServerUsage, now.AddHours(-1), now.AddDays(1));
        Write(folder, "server", server, serverKey);
        (string admin, string adminKey) = Client(folder, "O=system:masters, CN=admin", now.AddHours(-1), now.AddDays(1));
        Write(folder, "admin", admin, adminKey);
    }

    /// <summary>Writes a certificate and its key.</summary>
    public static void Write(string folder, string name, string certificate, string key)
    {
        File.WriteAllText(Path.Combine(folder, $"{name}.crt"), certificate);
        File.WriteAllText(Path.Combine(folder, $"{name}.key"), key);
    }

    private static (string Certificate, string Key) Issue(string folder, string subject, string usage, DateTimeOffset from, DateTimeOffset until)
    {
        using ECDsa authorityKey = ECDsa.Create();
        authorityKey.ImportFromPem(File.ReadAllText(Path.Combine(folder, "ca.key")));
        using X509Certificate2 authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, "ca.crt"));
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] serial = RandomNumberGenerator.GetBytes(8);
        serial[0] &= 0x7F;
        using X509Certificate2 made = Request(subject, key, usage).Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(authorityKey), from, until, serial);
        return (made.ExportCertificatePem(), key.ExportECPrivateKeyPem());
    }

    private static CertificateRequest Request(string subject, ECDsa key, string usage)
    {
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("kubernetes");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        return request;
    }
}
