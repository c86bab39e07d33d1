using System.Buffers.Binary;
using System.Net.Sockets;
using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Kafka.Embedded.Protocol;

/// <summary>A connection to one broker: one request, one answer. Source: Kafka protocol, request header v1.</summary>
internal sealed class BrokerConnection(string host, int port) : IDisposable
{
    // Longer than mock brokers wait for members that left, with Kafka's default session timeout.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TcpClient _client = new();
    private int _correlation;

    /// <exception cref="TimeoutException">The broker does not answer.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="SocketException">There is none.</exception>
    public Task<byte[]> AskAsync(short api, short version, RecordWriter body, CancellationToken cancellationToken) =>
        SendAsync(api, version, body, cancellationToken).WaitAsync(Patience, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task<byte[]> SendAsync(short api, short version, RecordWriter body, CancellationToken cancellationToken)
    {
        if (!_client.Connected)
        {
            await _client.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
        }

        byte[] request = [.. new RecordWriter().Int16(api).Int16(version).Int32(++_correlation).Text("mesh-sdk").ToArray(), .. body.ToArray()];
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, request.Length);
        NetworkStream stream = _client.GetStream();
        await stream.WriteAsync((byte[])[.. length, .. request], cancellationToken).ConfigureAwait(false);
        await stream.ReadExactlyAsync(length, cancellationToken).ConfigureAwait(false);
        byte[] answer = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
        await stream.ReadExactlyAsync(answer, cancellationToken).ConfigureAwait(false);
        return answer[sizeof(int)..];
    }
}
