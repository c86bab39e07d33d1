using Confluent.Kafka;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>A record that a <see cref="SwitchableConsumer"/> handed out.</summary>
public sealed class ReceivedRecord
{
    private readonly PartitionProgress _progress;

    internal ReceivedRecord(string cluster, ConsumeResult<byte[], byte[]> result, TopicOrigin origin, PartitionProgress progress)
    {
        (Cluster, Partition, Offset) = (cluster, new(result.Topic, result.Partition.Value), result.Offset.Value);
        (Message, Origin, _progress) = (result.Message, origin, progress);
    }

    /// <summary>Gets the alias of the cluster that it was read from.</summary>
    public string Cluster { get; }

    /// <summary>Gets the topic, as it is called there, and the partition.</summary>
    public TopicPartition Partition { get; }

    /// <summary>Gets the offset there.</summary>
    public long Offset { get; }

    /// <summary>Gets where its topic was written first.</summary>
    public TopicOrigin Origin { get; }

    /// <summary>Gets key, value, headers and timestamp.</summary>
    public Message<byte[], byte[]> Message { get; }

    /// <summary>
    /// Says that it is processed, so that it may be committed once all before it in its partition are. Says nothing where the partition went
    /// to another member, or the cluster was left, in the meantime: the record is then handed out again there.
    /// </summary>
    public void MarkProcessed() => _progress.MarkProcessed(Offset);

    internal bool TryHandOut() => _progress.TryHandOut(Offset);
}
