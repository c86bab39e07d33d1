using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>Certificates and keys that stand in a field of Base64, or in a file that another names.</summary>
internal sealed class CredentialText(KubeConfigSection section, List<Diagnostic> findings)
{
    private const string Data = "-data";

    /// <summary>Reads PEM text; that of <c>field-data</c> comes before the file.</summary>
    public string? Pem(string field) =>
        section.Text(field + Data) is { } data ? Decode(field + Data, data)
        : section.File(field) is { } path ? ReadFile(field, path)
        : null;

    /// <summary>Reports a text that holds no certificates.</summary>
    public void CheckCertificates(string field, string? pem)
    {
        if (pem is null)
        {
            return;
        }

        try
        {
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPem(pem);
            if (certificates.Count > 0)
            {
                return;
            }
        }
        catch (CryptographicException)
        {
            // Reported below.
        }

        Report(field, "PEM text of certificates");
    }

    public void Report(string field, string expected)
    {
        string actual = section.Text(field + Data) is null ? field : field + Data;
        findings.Add(section.At(ConnectionDiagnostics.BadCertificate, actual, actual, expected));
    }

    private string? Decode(string field, string data)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(data));
        }
        catch (FormatException)
        {
            findings.Add(section.At(ConnectionDiagnostics.BadCertificate, field, field, "Base64"));
            return null;
        }
    }

    private string? ReadFile(string field, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(section.At(ConnectionDiagnostics.NoCredentialFile, field, path));
            return null;
        }
    }
}
