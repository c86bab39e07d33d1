using System.Diagnostics;
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
    private readonly long? _tail;
    private IConsumer<byte[], byte[]>? _consumer;
    private long _next;

    /// <param name="cluster">Cluster.</param>
    /// <param name="topic">Topic.</param>
    /// <param name="tail">How many of the last records are enough at first; <see langword="null"/> for all.</param>
    public TopicLog(ClusterClient cluster, string topic, long? tail = null) => (_cluster, _partition, _tail) = (cluster, new(topic, 0), tail);

    /// <summary>Reads what is there and was not read yet, one by one. After a failure it goes on behind what was taken.</summary>
    /// <returns>Whether there is such a topic.</returns>
    /// <exception cref="KafkaClusterException">The cluster can't be reached, or refuses.</exception>
    public async Task<bool> ReadAsync(Action<Message<byte[], byte[]>> take, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> topics = await _cluster.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        if (!topics.ContainsKey(_partition.Topic))
        {
            return false;
        }

        OffsetRange range = (await OffsetRange.ReadAsync(_cluster, [_partition], cancellationToken).ConfigureAwait(false))[_partition];
        await Task.Run(() => Read(range, take, cancellationToken), cancellationToken).ConfigureAwait(false);
        return true;
    }

    public void Dispose() => _consumer?.Dispose();

    private void Read(OffsetRange range, Action<Message<byte[], byte[]>> take, CancellationToken cancellationToken)
    {
        if (range.End < _next)
        {
            // The topic was created again.
            _consumer?.Dispose();
            _consumer = null;
        }

        _next = _consumer is null ? Math.Max(range.Start, range.End - (_tail ?? range.End)) : _next;
        Stopwatch silence = Stopwatch.StartNew();

        // Compaction and markers leave holes, so the position counts and not the number of records.
        while (_next < range.End)
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
                silence.Restart();
            }
            else if (silence.Elapsed > _cluster.Timeout)
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

    private KafkaClusterException Failure(Error error, Exception? inner = null) => new(_cluster, $"Reading the topic '{_partition.Topic}'", error, inner);

    private IConsumer<byte[], byte[]> Open()
    {
        // An offset and not "the beginning", which the client would ask for, and again only after half a second if it is not connected yet.
        IConsumer<byte[], byte[]> consumer = _cluster.CreateReader(IsolationLevel.ReadUncommitted);
        consumer.Assign(new TopicPartitionOffset(_partition.ToClient(), _next));
        return consumer;
    }
}
