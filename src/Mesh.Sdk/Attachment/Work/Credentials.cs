using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Makes the credential that hosts get, and tries it.</summary>
internal sealed class Credentials(ConnectedMesh mesh, AttachLayout layout, AttachOptions options, Uri server)
{
    private readonly ConnectedCluster _peer = mesh[layout.Peer.Name];

    /// <summary>Makes the credential.</summary>
    /// <param name="secret">The Secret with the token; <see langword="null"/> to ask for a token.</param>
    /// <param name="isRotation">Whether a token that still lives is replaced.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The credential, or why there is none.</returns>
    public async Task<(RemoteSecret? Credential, Diagnostic? Problem)> GetAsync(string? secret, bool isRotation, CancellationToken cancellationToken)
    {
        SecretText? token;
        string? authority = _peer.Connection.CertificateAuthorityPem;
        if (secret is null)
        {
            token = isRotation ? null : await FindLivingAsync(cancellationToken).ConfigureAwait(false);
            token ??= (await _peer.Client.RequestTokenAsync(layout.Namespace, layout.ServiceAccount, options.Token.Lifetime!.Value, cancellationToken).ConfigureAwait(false)).Token;
        }
        else
        {
            TokenSecrets secrets = new(_peer.Client, layout, mesh.Time);
            (token, string? given, string? problem) = await secrets.ReadAsync(secret, cancellationToken).ConfigureAwait(false);
            if (token is null)
            {
                return (null, AttachmentDiagnostics.NoToken.At("", _peer.Name, layout.ServiceAccount, problem));
            }

            authority = layout.Form == AttachForm.Istio ? given : Join(given!, authority);
        }

        return (Of(token.Value, authority), null);
    }

    /// <summary>Asks the peer whether it takes the credential; a finding if it does not.</summary>
    public async Task<Diagnostic?> TryAsync(RemoteSecret credential, CancellationToken cancellationToken)
    {
        using KubernetesApiClient client = Connect(credential.ToKubeConfig(), mesh.Time);
        Asking asking = new(mesh.Timeout, mesh.Time);
        (AccessAnswer? answer, string? problem) = await asking.AskAsync(c => client.CanAsync(new("list", "", "services"), c), cancellationToken).ConfigureAwait(false);
        return answer is { IsAllowed: true } ? null : AttachmentDiagnostics.Refused.At("", _peer.Name, layout.ServiceAccount, problem ?? answer!.Reason);
    }

    /// <summary>Makes a client that uses a credential as a control plane does.</summary>
    public static KubernetesApiClient Connect(SecretText kubeConfig, TimeProvider time) =>
        KubernetesApiClient.Connect(KubeConfig.Parse(kubeConfig.Reveal(), "remote secret").GetConnection(null, time), new() { Time = time, Retry = new() { MaxRetries = 1 } });

    private RemoteSecret Of(SecretText token, string? authority) => new()
    {
        Cluster = layout.Peer.Name,
        Namespace = layout.Namespace,
        Server = server,
        Token = token,
        CertificateAuthorityPem = authority,
        TlsServerName = _peer.Connection.TlsServerName,
    };

    // A token is renewed once half of its life is over, so that attaching again and again changes nothing in between.
    private async Task<SecretText?> FindLivingAsync(CancellationToken cancellationToken)
    {
        string name = layout.Form == AttachForm.Istio ? RemoteSecret.NameFor(layout.Peer.Name) : layout.Peer.Name;
        KubernetesApiClient host = mesh[layout.Hosts.First().Name].Client;
        Asking asking = new(mesh.Timeout, mesh.Time);

        // A host that does not answer now says so when it gets the credential.
        (IResource? live, _) = await asking.AskAsync(c => host.FindAsync(new("", "v1", "Secret", layout.Namespace, name), c), cancellationToken).ConfigureAwait(false);
        SecretText? token = live?.SecretValue(layout.Peer.Name) is { } text ? HeldCredential.Read(text).Connection?.Token : null;
        return token is { } known && BearerToken.EndOf(known) is { } end && end - mesh.Time.GetUtcNow() > options.Token.Lifetime / 2 ? known : (SecretText?)null;
    }

    // As Backyards did: the certificate authority of the kubeconfig follows, unless it is there already.
    private static string Join(string given, string? own) =>
        own is null || given.Contains(own.Trim(), StringComparison.Ordinal) ? given : $"{given}\n{own}";
}
