using System.Net.Http.Headers;
using System.Net.Security;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>What a request is authenticated with.</summary>
/// <param name="impersonation">As whom the request is made, if not as who makes it.</param>
/// <param name="certificate">The client certificate.</param>
/// <param name="authorization">Scheme and parameter of the <c>Authorization</c> header.</param>
/// <param name="expiresAt">When it ends; <see langword="null"/> if it is not known to.</param>
internal sealed class Credential(
    KubernetesImpersonation? impersonation = null,
    SslStreamCertificateContext? certificate = null,
    AuthenticationHeaderValue? authorization = null,
    DateTimeOffset? expiresAt = null)
{
    public static readonly Credential None = new();

    public SslStreamCertificateContext? Certificate => certificate;

    public DateTimeOffset? ExpiresAt => expiresAt;

    /// <summary>Returns the credential with another token or client certificate, where one is given.</summary>
    public Credential With(SecretText? token, SslStreamCertificateContext? otherCertificate, DateTimeOffset? until) =>
        new(impersonation, otherCertificate ?? certificate, token is { } text ? Bearer(text) : authorization, until);

    /// <summary>Returns the header for a token.</summary>
    /// <exception cref="KubernetesCredentialException">No header can carry it.</exception>
    public static AuthenticationHeaderValue Bearer(SecretText token) => token.Reveal().All(c => c is > ' ' and < '\x7f')
        ? new("Bearer", token.Reveal())
        : throw new KubernetesCredentialException("The token holds a space, a line break or another character that no HTTP header takes.", "Look at where it comes from: the kubeconfig, its token file or its plugin.");

    public void Authorize(HttpRequestMessage request)
    {
        request.Headers.Authorization = authorization;
        if (impersonation is not null)
        {
            request.Headers.Add("Impersonate-User", impersonation.User);
            request.Headers.Add("Impersonate-Group", impersonation.Groups);
            request.Headers.Add("Impersonate-Uid", impersonation.Uid is { } uid ? [uid] : []);
        }
    }
}
