using System.Diagnostics;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Keeps how far a flow has copied, in the topic of the target where Connect does.</summary>
internal sealed class PositionStore(FlowConfiguration flow, ClusterClient target, InternalWriters writers)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns the offset of the last record that was copied, by partition of the source.</summary>
    public async Task<Dictionary<TopicPartition, long>> LoadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> topics = await target.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions = [.. Enumerable.Range(0, topics.GetValueOrDefault(flow.PositionsTopic)).Select(p => new TopicPartition(flow.PositionsTopic, p))];
        IReadOnlyDictionary<TopicPartition, long> starts = await target.GetStartOffsetsAsync(partitions, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> ends = await target.GetEndOffsetsAsync(partitions, cancellationToken).ConfigureAwait(false);
        TopicPartition[] filled = [.. partitions.Where(p => ends[p] > starts[p])];
        return filled.Length == 0 ? [] : await Task.Run(() => Read(filled.ToDictionary(p => p, p => (starts[p], ends[p])), cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores positions; <see langword="null"/> forgets one.</summary>
    public Task WriteAsync(IEnumerable<KeyValuePair<TopicPartition, long?>> positions, CancellationToken cancellationToken) => Task.WhenAll(positions.Select(position =>
    {
        Message<byte[], byte[]> message = new()
        {
            Key = ConnectPosition.ToKey(flow.ConnectorName, flow.Direction.Source, position.Key),
            Value = position.Value is { } copied ? ConnectPosition.ToValue(copied) : null!,
        };
        return writers.WriteAsync(flow.Direction.Target, flow.PositionsTopic, Partition.Any, message, cancellationToken);
    }));

    private Dictionary<TopicPartition, long> Read(Dictionary<TopicPartition, (long Start, long End)> open, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, long> positions = [];
        using IConsumer<byte[], byte[]> consumer = target.CreateReader();
        consumer.Assign(open.Select(p => new TopicPartitionOffset(p.Key.ToClient(), p.Value.Start)));
        Stopwatch silence = Stopwatch.StartNew();
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Consume(consumer) is not { } result)
            {
                if (silence.Elapsed > target.Timeout)
                {
                    throw Failure(new(ErrorCode.Local_TimedOut));
                }

                continue;
            }

            silence.Restart();

            if (!result.IsPartitionEOF)
            {
                Take(positions, result.Message);
            }

            // Markers of transactions leave holes, also at the end.
            TopicPartition partition = result.TopicPartition.ToModel();
            if (result.IsPartitionEOF || (open.TryGetValue(partition, out (long Start, long End) range) && result.Offset.Value + 1 >= range.End))
            {
                open.Remove(partition);
            }
        }

        return positions;
    }

    private void Take(Dictionary<TopicPartition, long> positions, Message<byte[], byte[]> message)
    {
        if (ConnectPosition.TryReadKey(message.Key, flow.ConnectorName, flow.Direction.Source) is not { } partition)
        {
            return;
        }

        if (ConnectPosition.TryReadValue(message.Value) is { } offset)
        {
            positions[partition] = offset;
        }
        else
        {
            positions.Remove(partition);
        }
    }

    private ConsumeResult<byte[], byte[]>? Consume(IConsumer<byte[], byte[]> consumer)
    {
        try
        {
            return consumer.Consume(Poll);
        }
        catch (KafkaException e)
        {
            throw Failure(e.Error, e);
        }
    }

    private KafkaClusterException Failure(Error error, Exception? inner = null) => new(target.Alias, $"Reading the topic '{flow.PositionsTopic}'", error, inner);
}
