using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Mirrors one topic when told to, with MirrorMaker's arithmetic and records, so that a test knows what is copied.</summary>
internal sealed class HandMirror(TestCluster from, TestCluster to, string topic, ReplicationPolicy policy, long offsetLag = 10)
{
    private readonly Dictionary<int, long> _positions = [];
    private readonly OffsetSyncQueue _queue = new(offsetLag);
    private readonly OffsetSyncStore _store = Started();
    private CheckpointTask? _checkpoints;

    public SourceAndTarget Flow { get; } = new(from.Alias, to.Alias);

    public string RemoteTopic => policy.FormatRemoteTopic(from.Alias, topic);

    /// <summary>Sets where copying begins.</summary>
    public void Seek(IEnumerable<PartitionEnd> ends)
    {
        foreach (PartitionEnd end in ends)
        {
            _positions[end.Partition.Partition] = end.Offset;
        }
    }

    /// <summary>Copies what is not copied yet and tells offsets: those that wait for a commit only if it commits.</summary>
    public async Task CopyAsync(bool commits = true)
    {
        TopicPartition[] partitions = await PartitionsAsync();
        List<OffsetSync> syncs = [];
        using IProducer<byte[], byte[]> producer = to.Client.CreateProducer(c => c.LingerMs = 0);
        foreach (TopicPartition partition in partitions)
        {
            foreach (ConsumeResult<byte[], byte[]> record in await Reading.AllAsync(from, partition, _positions.GetValueOrDefault(partition.Partition)))
            {
                Message<byte[], byte[]> copy = new() { Key = record.Message.Key, Value = record.Message.Value, Timestamp = record.Message.Timestamp };
                var delivered = await producer.ProduceAsync(new TopicPartition(RemoteTopic, partition.Partition).ToClient(), copy);
                _queue.Add(new(topic, partition.Partition, record.Offset.Value, delivered.Offset.Value));
                syncs.AddRange(_queue.Drain());
                _positions[partition.Partition] = record.Offset.Value + 1;
            }
        }

        if (commits)
        {
            _queue.Promote();
            syncs.AddRange(_queue.Drain());
        }

        foreach (OffsetSync sync in syncs)
        {
            _store.Add(sync);
        }

        await WriteAsync(from, policy.OffsetSyncsTopic(to.Alias), syncs.Select(s => (s.ToKey(), s.ToValue())));
    }

    /// <summary>Emits the checkpoints of groups that are due.</summary>
    public async Task CheckpointAsync(params string[] groups)
    {
        TopicPartition[] partitions = await PartitionsAsync();
        _checkpoints ??= new(policy, Flow, _store);
        List<Checkpoint> due = [];
        foreach (string group in groups)
        {
            var positions = await from.Client.GetPositionsAsync(group, partitions);
            IReadOnlyList<Checkpoint> checkpoints = _checkpoints.Poll(group, positions.ToDictionary(p => p.Key, p => (GroupOffset?)new GroupOffset(p.Value)));
            _checkpoints.Remember(checkpoints);
            due.AddRange(checkpoints);
        }

        await WriteAsync(to, policy.CheckpointsTopic(from.Alias), due.Select(c => (c.ToKey(), c.ToValue())));
    }

    private static async Task WriteAsync(TestCluster cluster, string internalTopic, IEnumerable<(byte[] Key, byte[] Value)> records)
    {
        await cluster.Client.Administration.CreateTopicAsync(internalTopic, 1, -1, new Dictionary<string, string>());
        using IProducer<byte[], byte[]> producer = cluster.Client.CreateProducer(c => c.LingerMs = 0);
        foreach ((byte[] key, byte[] value) in records)
        {
            await producer.ProduceAsync(new TopicPartition(internalTopic, 0).ToClient(), new() { Key = key, Value = value });
        }
    }

    private async Task<TopicPartition[]> PartitionsAsync() =>
        [.. Enumerable.Range(0, (await from.Client.GetTopicsAsync())[topic]).Select(p => new TopicPartition(topic, p))];

    private static OffsetSyncStore Started()
    {
        OffsetSyncStore store = new(keepsOnlyTheLast: false);
        store.Start();
        return store;
    }
}
