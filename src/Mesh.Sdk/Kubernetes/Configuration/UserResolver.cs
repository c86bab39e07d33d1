using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Credentials;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>Adds the credential of a user to a connection.</summary>
internal sealed class UserResolver(KubeConfigSection user, KubeConfigSection cluster, List<Diagnostic> findings, TimeProvider time)
{
    public KubernetesConnection AddTo(KubernetesConnection connection)
    {
        CheckMethods();
        CredentialText texts = new(user, findings);
        string? certificate = texts.Pem("client-certificate");
        string? key = texts.Pem("client-key");
        CheckCertificate(texts, certificate, key);
        bool isKnown = user.Text("token") is not null || user.Text("tokenFile") is not null || user.Text("username") is not null;
        return connection with
        {
            ClientCertificatePem = certificate,
            ClientKeyPem = Secret(key),
            Token = Secret(user.Text("token")),
            TokenFile = user.File("tokenFile"),
            UserName = user.Text("username"),
            Password = Secret(user.Text("password")),
            Impersonation = Impersonation(),
            Exec = user.Tree("exec") is { } exec && !isKnown ? new PluginResolver(user, cluster, findings).Resolve(exec) : null,
        };
    }

    private static SecretText? Secret(string? text) => text is null ? default(SecretText?) : new SecretText(text);

    private void CheckMethods()
    {
        if (user.Text("username") is not null && user.Text("token") is not null)
        {
            findings.Add(user.At(ConnectionDiagnostics.TwoMethods, "token", user.Name));
        }

        if (user.Tree("auth-provider") is not null)
        {
            findings.Add(user.At(ConnectionDiagnostics.AuthProvider, "auth-provider", user.Name));
        }
    }

    private void CheckCertificate(CredentialText texts, string? certificate, string? key)
    {
        if (certificate is null || key is null)
        {
            bool hasCertificate = Declares("client-certificate");
            if (hasCertificate != Declares("client-key"))
            {
                (string one, string other) = hasCertificate ? ("certificate", "key") : ("key", "certificate");
                findings.Add(user.At(ConnectionDiagnostics.HalfCertificate, $"client-{one}", user.Name, one, other));
            }

            return;
        }

        try
        {
            X509Certificate2 leaf = ClientCertificate.FromPem(certificate, key).TargetCertificate;
            CheckTime(leaf);
        }
        catch (CryptographicException)
        {
            texts.Report("client-certificate", "PEM text of a certificate with the key that stands beside it");
        }
    }

    private bool Declares(string field) => (user.Text(field) ?? user.Text($"{field}-data")) is not null;

    private void CheckTime(X509Certificate2 certificate)
    {
        DateTimeOffset start = certificate.NotBefore;
        DateTimeOffset end = certificate.NotAfter;
        if (time.GetUtcNow() < start || time.GetUtcNow() > end)
        {
            findings.Add(user.At(ConnectionDiagnostics.ClientCertificateEnded, "client-certificate-data", user.Name, start, end));
        }
    }

    private KubernetesImpersonation? Impersonation()
    {
        EquatableList<string> groups = user.Tree("as-groups")?.Texts() ?? [];
        if (user.Text("as") is { } name)
        {
            return new() { User = name, Uid = user.Text("as-uid"), Groups = groups };
        }

        if (user.Text("as-uid") is not null || groups.Count > 0)
        {
            string field = groups.Count > 0 ? "as-groups" : "as-uid";
            findings.Add(user.At(ConnectionDiagnostics.UserlessImpersonation, field, user.Name, field));
        }

        return null;
    }
}
