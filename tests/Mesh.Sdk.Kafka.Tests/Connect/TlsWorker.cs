using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mesh.Sdk.Kafka.Tests.Connect;

/// <summary>A worker behind TLS, with a certificate of its own, that has one connector.</summary>
internal sealed class TlsWorker : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;

    public TlsWorker()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        _listener.Start();
        Address = new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public bool Is(X509Certificate? certificate) => certificate is not null && certificate.GetCertHash().AsSpan().SequenceEqual(_certificate.GetCertHash());

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await using SslStream stream = new(client.GetStream());
                await stream.AuthenticateAsServerAsync(_certificate);
                await stream.ReadAtLeastAsync(new byte[4096], 1);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\nConnection: close\r\n\r\n[\"orders\"]"u8.ToArray());
            }
            catch (Exception e) when (e is AuthenticationException or IOException)
            {
                // A client that does not trust the certificate goes away.
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
