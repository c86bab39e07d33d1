using System.Net.Http.Headers;
using System.Text;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>Chooses where the credential of a connection comes from.</summary>
internal static class CredentialSources
{
    public static ICredentialSource Of(KubernetesConnection connection, TimeProvider time)
    {
        Credential known = new(
            connection.Impersonation,
            connection is { ClientCertificatePem: { } certificate, ClientKeyPem: { } key } ? ClientCertificate.FromPem(certificate, key) : null,
            AuthorizationOf(connection));
        return connection switch
        {
            { Exec: { } plugin } => new RenewedCredential(new ExecCredential(plugin, connection, known, time).GetAsync, time),
            { TokenFile: { } path } => new RenewedCredential(new TokenFile(path, connection.Token, known, time).ReadAsync, time),
            _ => new FixedCredential(known),
        };
    }

    private static AuthenticationHeaderValue? AuthorizationOf(KubernetesConnection connection) => connection switch
    {
        { Token: { } token } => Credential.Bearer(token),
        { UserName: { } user } => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{connection.Password?.Reveal()}"))),
        _ => null,
    };
}
