using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Shakes hands with a certificate of choice, and says nothing.</summary>
internal sealed class TlsListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TlsListener(X509Certificate2 certificate)
    {
        _listener.Start();
        _ = ServeAsync(certificate);
    }

    public Uri Address => new($"https://{_listener.LocalEndpoint}");

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(X509Certificate2 certificate)
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using SslStream stream = new(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client hangs up, as it should.
        }
    }
}
