using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Topics;

/// <summary>
/// Reads an internal topic, which has one partition, in order: first all it has, later what came since. Foreign records are the caller's to
/// skip. Not safe for several threads.
/// </summary>
internal sealed class TopicLog : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    private readonly ClusterClient _cluster;
    private readonly TopicPartition _partition;
    private IConsumer<byte[], byte[]>? _consumer;
    private long _next;

    public TopicLog(ClusterClient cluster, string topic) => (_cluster, _partition) = (cluster, new(topic, 0));

    /// <summary>Reads what is there and was not read yet; nothing if there is no such topic.</summary>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public async Task<IReadOnlyList<Message<byte[], byte[]>>> ReadAsync(CancellationToken cancellationToken)
    {
        List<Message<byte[], byte[]>> messages = [];
        await ReadAsync(messages.Add, cancellationToken).ConfigureAwait(false);
        return messages;
    }

    /// <summary>Reads what is there and was not read yet, one by one.</summary>
    /// <returns>Whether there is such a topic.</returns>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public async Task<bool> ReadAsync(Action<Message<byte[], byte[]>> take, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> topics = await _cluster.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        if (!topics.ContainsKey(_partition.Topic))
        {
            return false;
        }

        long end = (await _cluster.GetEndOffsetsAsync([_partition], cancellationToken).ConfigureAwait(false))[_partition];
        await Task.Run(() => ReadTo(end, take, cancellationToken), cancellationToken).ConfigureAwait(false);
        return true;
    }

    public void Dispose() => _consumer?.Dispose();

    private void ReadTo(long end, Action<Message<byte[], byte[]>> take, CancellationToken cancellationToken)
    {
        long asked = Environment.TickCount64;

        // Compaction and markers leave holes, so the position counts and not the number of records.
        while (_next < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ConsumeResult<byte[], byte[]>? result = Consume();
            if (result?.IsPartitionEOF == true)
            {
                // It may tell of the end that was reached last time.
                _next = Math.Max(_next, result.Offset.Value);
            }
            else if (result is not null)
            {
                take(result.Message);
                _next = result.Offset.Value + 1;
                asked = Environment.TickCount64;
            }
            else if (Environment.TickCount64 - asked > _cluster.Timeout.TotalMilliseconds)
            {
                throw Failure(new(ErrorCode.Local_TimedOut));
            }
        }
    }

    private ConsumeResult<byte[], byte[]>? Consume()
    {
        try
        {
            return (_consumer ??= Open()).Consume(Poll);
        }
        catch (KafkaException e)
        {
            throw Failure(e.Error, e);
        }
    }

    private KafkaClusterException Failure(Error error, Exception? inner = null) => new(_cluster.Alias, $"Reading the topic '{_partition.Topic}'", error, inner);

    private IConsumer<byte[], byte[]> Open()
    {
        IConsumer<byte[], byte[]> consumer = _cluster.CreateConsumer(c => c.EnablePartitionEof = true);
        consumer.Assign(new TopicPartitionOffset(_partition.ToClient(), Offset.Beginning));
        return consumer;
    }
}
