using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Embedded;

/// <summary>
/// Writes batches as brokers have them after compaction, and markers of transactions, which no client writes and mock brokers do not make. They keep
/// a batch as it comes and give it as many offsets as it says to have records; clients read the offsets of the records. Source: Kafka protocol,
/// Produce v3, record batch v2.
/// </summary>
internal static class RecordBatches
{
    private const short Produce = 0;
    private const short ControlOfTransaction = 0x30;

    /// <summary>Writes a batch of which compaction has left some records.</summary>
    /// <param name="cluster">A cluster of one broker.</param>
    /// <param name="partition">Partition.</param>
    /// <param name="offsets">How many offsets the batch takes.</param>
    /// <param name="left">The records that are left, each with its distance from the first offset.</param>
    public static Task WriteCompactedAsync(TestCluster cluster, TopicPartition partition, int offsets, params (int Delta, string Value)[] left) =>
        SendAsync(cluster, partition, Batch(attributes: 0, offsets, [.. left.SelectMany(r => Record(r.Delta, null, Encoding.UTF8.GetBytes(r.Value)))]));

    /// <summary>Writes a record of the first moment of 1970, which librdkafka's producer can't.</summary>
    public static Task WriteAtEpochAsync(TestCluster cluster, TopicPartition partition, string value) =>
        SendAsync(cluster, partition, Batch(attributes: 0, offsets: 1, Record(0, null, Encoding.UTF8.GetBytes(value)), timestamp: 0));

    /// <summary>Writes the marker of a transaction that was committed: an offset without a record.</summary>
    public static Task WriteMarkerAsync(TestCluster cluster, TopicPartition partition) =>
        SendAsync(cluster, partition, Batch(ControlOfTransaction, offsets: 1, Record(0, key: [0, 0, 0, 1], value: [0, 0, 0, 0, 0, 0])));

    private static async Task SendAsync(TestCluster cluster, TopicPartition partition, byte[] batch)
    {
        byte[] name = Encoding.UTF8.GetBytes(partition.Topic);
        byte[] request =
        [
            .. Int16(Produce), .. Int16(3), .. Int32(1), .. Int16(-1), // api, version, correlation, client
            .. Int16(-1), .. Int16(-1), .. Int32(10_000), // transaction, acks, timeout
            .. Int32(1), .. Int16((short)name.Length), .. name, .. Int32(1), .. Int32(partition.Partition), .. Int32(batch.Length), .. batch,
        ];
        string[] address = cluster.BootstrapServers.Split(':');
        using TcpClient client = new();
        await client.ConnectAsync(address[0], int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture));
        await client.GetStream().WriteAsync((byte[])[.. Int32(request.Length), .. request]);
        byte[] answer = new byte[sizeof(int) + sizeof(int) + sizeof(int) + sizeof(short) + name.Length + sizeof(int) + sizeof(int) + sizeof(short)];
        await client.GetStream().ReadExactlyAsync(answer);
        BinaryPrimitives.ReadInt16BigEndian(answer.AsSpan(answer.Length - sizeof(short))).Should().Be(0, "the broker takes the batch");
    }

    // Checksums are not looked at unless clients are told to.
    private static byte[] Batch(short attributes, int offsets, byte[] records, long timestamp = 1)
    {
        byte[] body =
        [
            .. Int16(attributes), .. Int32(offsets - 1), .. Int64(timestamp), .. Int64(timestamp), // last delta, first and last timestamp
            .. Int64(-1), .. Int16(-1), .. Int32(-1), .. Int32(offsets), .. records, // producer, its epoch, sequence
        ];
        return [.. Int64(0), .. Int32(sizeof(int) + 1 + sizeof(int) + body.Length), .. Int32(0), 2, .. Int32(0), .. body];
    }

    private static byte[] Record(int delta, byte[]? key, byte[] value)
    {
        byte[] body = [0, .. Varint(0), .. Varint(delta), .. Varint(key?.Length ?? -1), .. key ?? [], .. Varint(value.Length), .. value, .. Varint(0)];
        return [.. Varint(body.Length), .. body];
    }

    private static byte[] Varint(int value)
    {
        List<byte> bytes = [];
        uint left = (uint)((value << 1) ^ (value >> 31));
        for (; left > 0x7f; left >>= 7)
        {
            bytes.Add((byte)(left | 0x80));
        }

        return [.. bytes, (byte)left];
    }

    private static byte[] Int16(short value) => Bytes(sizeof(short), span => BinaryPrimitives.WriteInt16BigEndian(span, value));

    private static byte[] Int32(int value) => Bytes(sizeof(int), span => BinaryPrimitives.WriteInt32BigEndian(span, value));

    private static byte[] Int64(long value) => Bytes(sizeof(long), span => BinaryPrimitives.WriteInt64BigEndian(span, value));

    private static byte[] Bytes(int size, Action<byte[]> write)
    {
        byte[] bytes = new byte[size];
        write(bytes);
        return bytes;
    }
}
