using System.Net;
using System.Net.Security;
using Mesh.Sdk.Kubernetes.Credentials;

namespace Mesh.Sdk.Kubernetes.Transport;

/// <summary>
/// The connections to one server, apart for each client certificate: a connection keeps the certificate it was made with, so
/// that a plugin's new certificate needs new ones.
/// </summary>
internal sealed class ConnectionPools(KubernetesConnection connection) : IDisposable
{
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(15);

    private readonly Lock _lock = new();
    private readonly List<HttpMessageInvoker> _all = [];
    private SslStreamCertificateContext? _certificate;
    private HttpMessageInvoker? _current;

    /// <summary>Returns what sends with the certificate of a credential.</summary>
    public HttpMessageInvoker For(Credential credential)
    {
        lock (_lock)
        {
            if (_current is null || !ReferenceEquals(_certificate, credential.Certificate))
            {
                _current = new HttpMessageInvoker(NewHandler(credential.Certificate));
                _certificate = credential.Certificate;
                _all.Add(_current);
            }

            return _current;
        }
    }

    public void Dispose() => _all.ForEach(i => i.Dispose());

    private SocketsHttpHandler NewHandler(SslStreamCertificateContext? certificate) => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = new ServerCertificateCheck(connection).Accept,
            ClientCertificateContext = certificate,
        },
        Proxy = connection.ProxyUrl is { } proxy ? ProxyAt(proxy) : null,
        UseProxy = true,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = PingDelay,
        KeepAlivePingTimeout = PingTimeout,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
    };

    // .NET leaves user:password@ of the address alone, and quotes it.
    private static WebProxy ProxyAt(Uri address) => new(new UriBuilder(address) { UserName = "", Password = "" }.Uri)
    {
        Credentials = address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password]
            ? new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(string.Concat(password)))
            : null,
    };
}
