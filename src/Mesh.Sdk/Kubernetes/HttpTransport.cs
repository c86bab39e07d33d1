using System.Net;
using Mesh.Sdk.Kubernetes.Credentials;
using Mesh.Sdk.Kubernetes.Transport;

namespace Mesh.Sdk.Kubernetes;

/// <summary>Carries requests over HTTP/2, or HTTP/1.1 where the server has no other, with the credential of a connection.</summary>
public sealed class HttpTransport : IKubernetesTransport
{
    private readonly Func<Credential, HttpMessageInvoker> _invokerFor;
    private readonly ICredentialSource _credentials;
    private readonly IDisposable _owned;
    private readonly string? _host;

    /// <summary>Sends through a client of yours, which authenticates by itself. Disposing this leaves the client alone.</summary>
    /// <param name="client">Its timeout should be infinite, as watches last; its base address is not used.</param>
    /// <param name="server">Address of the API server.</param>
    /// <exception cref="ArgumentException">The address is relative, or has a user or a password in it.</exception>
    public HttpTransport(HttpClient client, Uri server)
    {
        ArgumentNullException.ThrowIfNull(client);
        (Server, _credentials, _invokerFor, _owned) = (ServerAddress.Checked(server, nameof(server)), NoCredential.Instance, _ => client, NoCredential.Instance);
    }

    private HttpTransport(KubernetesConnection connection, TimeProvider time)
    {
        ConnectionPools pools = new(connection);
        (Server, _invokerFor, _owned, _host) = (connection.Server, pools.For, pools, connection.TlsServerName);
        _credentials = CredentialSources.Of(connection, time);
    }

    /// <inheritdoc/>
    public Uri Server { get; }

    /// <summary>Makes a transport from a connection. The network is not touched before the first request.</summary>
    public static HttpTransport Connect(KubernetesConnection connection) => Connect(connection, TimeProvider.System);

    /// <summary>Makes a transport from a connection.</summary>
    /// <param name="connection">From a kubeconfig or a pod.</param>
    /// <param name="time">Tells when tokens are read again.</param>
    public static HttpTransport Connect(KubernetesConnection connection, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(time);
        return new(connection, time);
    }

    /// <inheritdoc/>
    /// <exception cref="KubernetesCredentialException">The credential could not be had.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = new Uri($"{Server.AbsoluteUri.TrimEnd('/')}{request.RequestUri!.OriginalString}");
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        request.Headers.Host = _host;
        Credential credential = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        credential.Authorize(request);
        HttpMessageInvoker invoker = _invokerFor(credential);
        HttpResponseMessage answer = invoker is HttpClient client
            ? await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false)
            : await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            _credentials.Forget(credential);
        }

        return answer;
    }

    /// <summary>Closes the connections that this transport made.</summary>
    public void Dispose() => _owned.Dispose();
}
