using System.Collections.Concurrent;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Writes to internal topics: one producer for each cluster, which all flows share.</summary>
internal sealed class InternalWriters(KafkaClients clients) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<IProducer<byte[], byte[]>>> _producers = new(StringComparer.Ordinal);

    /// <summary>Writes a record and waits for it. Without partition, the key decides as Java's clients do it.</summary>
    /// <exception cref="KafkaClusterException">The cluster refuses.</exception>
    public async Task WriteAsync(string cluster, string topic, Partition partition, Message<byte[], byte[]> message, CancellationToken cancellationToken)
    {
        try
        {
            await ProducerOf(cluster).ProduceAsync(new TopicPartition(topic, partition), message, cancellationToken).ConfigureAwait(false);
        }
        catch (KafkaException e)
        {
            throw new KafkaClusterException(cluster, $"Writing to the topic '{topic}'", e.Error, e);
        }
    }

    /// <summary>Writes a record to the first partition, and tells what became of it.</summary>
    public void Write(string cluster, string topic, Message<byte[], byte[]> message, Action<Error> written)
    {
        try
        {
            ProducerOf(cluster).Produce(new TopicPartition(topic, 0), message, report => written(report.Error));
        }
        catch (KafkaException e)
        {
            written(e.Error);
        }
    }

    public void Dispose()
    {
        foreach (Lazy<IProducer<byte[], byte[]>> producer in _producers.Values)
        {
            producer.Value.Dispose();
        }
    }

    private IProducer<byte[], byte[]> ProducerOf(string cluster) =>
        _producers.GetOrAdd(cluster, alias => new(() => clients[alias].CreateProducer(c => (c.Partitioner, c.LingerMs) = (Confluent.Kafka.Partitioner.Murmur2Random, 1)))).Value;
}
