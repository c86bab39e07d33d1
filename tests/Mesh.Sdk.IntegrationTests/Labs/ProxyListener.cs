using System.Net;
using System.Net.Sockets;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Listens as a proxy, notes the first line it is told, and refuses.</summary>
internal sealed class ProxyListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ProxyListener()
    {
        _listener.Start();
        FirstLine = ReadAsync();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public Task<string?> FirstLine { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string?> ReadAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        await using NetworkStream stream = client.GetStream();
        using StreamReader reader = new(stream);
        string? first = await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await stream.WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        return first;
    }
}
