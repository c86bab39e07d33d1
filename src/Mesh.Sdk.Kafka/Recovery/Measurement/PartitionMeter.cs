using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>Measures the partitions of a flow: by arithmetic for all, by reading records for a few that need it.</summary>
internal sealed class PartitionMeter(KafkaClients clients, FlowTopics topics, MeasureOptions options)
{
    // Reading takes a fetch of each partition; a flow that is far behind on more of them is told well enough by so many.
    private const int PartitionsRead = 500;

    private const int RecordsRead = 16;

    private const int TailRead = 1_000;

    private readonly IsolationLevel _isolation = topics.Flow.WritesExactlyOnce || topics.Flow.TextOf("source.consumer.isolation.level") == "read_committed"
        ? IsolationLevel.ReadCommitted
        : IsolationLevel.ReadUncommitted;

    public async Task<IReadOnlyDictionary<TopicPartition, PartitionRecoveryPoint>> MeasureAsync(
        FlowReading reading, OffsetSyncHistory history, IReadOnlyDictionary<TopicPartition, PartitionRecoveryPoint> before, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, PartitionRecoveryPoint> points = reading.Partitions.ToDictionary(p => p, p => Measure(p, reading, history));
        if (reading.Source is null)
        {
            await ReadLastAsync(points, cancellationToken).ConfigureAwait(false);
            return points;
        }

        await ReadTailsAsync(points, before, cancellationToken).ConfigureAwait(false);
        if (options.ReadsMissingRecords)
        {
            await ReadMissingAsync(points, reading.Source, cancellationToken).ConfigureAwait(false);
        }

        return points;
    }

    private PartitionRecoveryPoint Measure(TopicPartition partition, FlowReading reading, OffsetSyncHistory history)
    {
        OffsetRange? source = reading.Source is { } ranges ? ranges[partition] : null;
        long? targetEnd = reading.TargetEnds.TryGetValue(partition, out long end) ? end : null;
        CopyState? copied = CopyState.Of(history.Newest(partition), targetEnd, source, topics.Flow.WritesExactlyOnce);
        return new()
        {
            Partition = partition,
            SourceEnd = source?.End,
            TargetEnd = targetEnd,
            Copied = copied?.Probable,
            RecordsBehind = source is { } range ? CopyState.Behind(range, copied?.Probable ?? range.Start) : null,
            RecordsBehindAtMost = source is { } all ? CopyState.Behind(all, copied?.Certain ?? all.Start) : null,
        };
    }

    // Where nothing moved since the last measurement, what seems to be missing may be markers of transactions or gaps of compaction.
    private async Task ReadTailsAsync(
        Dictionary<TopicPartition, PartitionRecoveryPoint> points, IReadOnlyDictionary<TopicPartition, PartitionRecoveryPoint> before, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, long> tails = points.Values
            .Where(p => p is { RecordsBehindAtMost: > 0 and <= TailRead, Copied: not null } && before.TryGetValue(p.Partition, out PartitionRecoveryPoint? old)
                && (old.SourceEnd, old.TargetEnd) == (p.SourceEnd, p.TargetEnd))
            .Take(PartitionsRead)
            .ToDictionary(p => p.Partition, p => p.SourceEnd!.Value - p.RecordsBehindAtMost!.Value);
        foreach ((TopicPartition partition, RecordSample tail) in await ReadAsync(topics.Flow.Source, tails, TailRead, cancellationToken).ConfigureAwait(false))
        {
            PartitionRecoveryPoint point = points[partition];
            if (tail.ReachedEnd >= point.SourceEnd)
            {
                long copiedSince = point.RecordsBehindAtMost!.Value - point.RecordsBehind!.Value;
                points[partition] = point with { RecordsBehindAtMost = tail.Records, RecordsBehind = Math.Clamp(tail.Records - copiedSince, 0, point.RecordsBehind!.Value) };
            }
        }
    }

    private async Task ReadMissingAsync(
        Dictionary<TopicPartition, PartitionRecoveryPoint> points, IReadOnlyDictionary<TopicPartition, OffsetRange> source, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, long> missing = points.Values
            .Where(p => p.RecordsBehind > 0)
            .OrderByDescending(p => p.RecordsBehind)
            .Take(PartitionsRead)
            .ToDictionary(p => p.Partition, p => Math.Max(source[p.Partition].Start, p.SourceEnd!.Value - p.RecordsBehind!.Value));
        foreach ((TopicPartition partition, RecordSample sample) in await ReadAsync(topics.Flow.Source, missing, RecordsRead, cancellationToken).ConfigureAwait(false))
        {
            if (sample.Records > 0)
            {
                PartitionRecoveryPoint point = points[partition];
                points[partition] = point with { OldestMissing = sample.First, BytesBehind = sample.Bytes / sample.Records * point.RecordsBehind };
            }
        }
    }

    // The last offset may be a marker of a transaction, so a few are read.
    private async Task ReadLastAsync(Dictionary<TopicPartition, PartitionRecoveryPoint> points, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, long> last = points.Values
            .Where(p => p.TargetEnd > 0)
            .Take(PartitionsRead)
            .ToDictionary(p => topics.OnTarget(p.Partition), p => Math.Max(0, p.TargetEnd!.Value - RecordsRead));
        foreach ((TopicPartition partition, RecordSample sample) in await ReadAsync(topics.Flow.Target, last, RecordsRead, cancellationToken).ConfigureAwait(false))
        {
            TopicPartition key = topics.OnSource(partition);
            points[key] = points[key] with { LastCopied = sample.Last };
        }
    }

    private Task<IReadOnlyDictionary<TopicPartition, RecordSample>> ReadAsync(string alias, IReadOnlyDictionary<TopicPartition, long> from, int limit, CancellationToken cancellationToken) =>
        RecordSampler.ReadAsync(clients[alias], from, limit, _isolation, cancellationToken);
}
