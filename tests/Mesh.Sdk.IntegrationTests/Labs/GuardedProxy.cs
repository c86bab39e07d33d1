using System.Net;
using System.Net.Sockets;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Listens as a proxy that asks for a password, notes the first it is given, and refuses.</summary>
internal sealed class GuardedProxy : IDisposable
{
    private const string Header = "Proxy-Authorization: ";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public GuardedProxy()
    {
        _listener.Start();
        Credential = ReadAsync();
    }

    public EndPoint Address => _listener.LocalEndpoint;

    /// <summary>Gets scheme and text that the client authenticated with.</summary>
    public Task<string> Credential { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string> ReadAsync()
    {
        string? given = null;
        while (given is null)
        {
            using TcpClient client = await _listener.AcceptTcpClientAsync();
            await using NetworkStream stream = client.GetStream();
            using StreamReader reader = new(stream);
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                given ??= line.StartsWith(Header, StringComparison.OrdinalIgnoreCase) ? line[Header.Length..] : null;
            }

            string answer = given is null ? "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"lab\"" : "502 Bad Gateway";
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        }

        return given;
    }
}
