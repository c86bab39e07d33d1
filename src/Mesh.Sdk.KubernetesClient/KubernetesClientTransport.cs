using System.Net;
using k8s;
using Mesh.Sdk.Kubernetes;
using OfficialClient = k8s.Kubernetes;

namespace Mesh.Sdk.KubernetesClient;

/// <summary>Carries requests through a client of the official package, with its connections, certificates and all its authentication.</summary>
public sealed class KubernetesClientTransport : IKubernetesTransport
{
    private readonly OfficialClient _client;
    private readonly string? _tlsServerName;
    private readonly Version _httpVersion;
    private readonly bool _isOwner;

    /// <summary>Sends through a client of yours. Disposing this leaves the client alone.</summary>
    /// <param name="client">Must be a <see cref="OfficialClient"/> itself or derived from it, as only that has an HTTP client.</param>
    /// <exception cref="ArgumentException">It is another implementation.</exception>
    /// <remarks>A client does not tell its <c>tls-server-name</c>; where one is needed, use the constructor that takes the configuration.</remarks>
    public KubernetesClientTransport(IKubernetes client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client as OfficialClient ?? throw new ArgumentException("The client has no HTTP client. Give a k8s.Kubernetes.", nameof(client));
        _httpVersion = HttpVersion.Version20;
    }

    /// <summary>Makes a client of a configuration, which is disposed with this.</summary>
    public KubernetesClientTransport(KubernetesClientConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _client = new OfficialClient(configuration);
        _tlsServerName = configuration.TlsServerName;
        _httpVersion = configuration.DisableHttp2 ? HttpVersion.Version11 : HttpVersion.Version20;
        _isOwner = true;
    }

    /// <inheritdoc/>
    public Uri Server => _client.BaseUri;

    /// <inheritdoc/>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = new Uri($"{Server.AbsoluteUri.TrimEnd('/')}{request.RequestUri!.OriginalString}");
        request.Version = _httpVersion;
        request.Headers.Host = _tlsServerName;
        if (_client.Credentials is { } credentials)
        {
            await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return await _client.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Disposes the client if this made it.</summary>
    public void Dispose()
    {
        if (_isOwner)
        {
            _client.Dispose();
        }
    }
}
