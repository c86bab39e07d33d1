using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>Writes to internal topics: one producer for each cluster, which all flows share. One that came to an end is replaced.</summary>
internal sealed class InternalWriters(KafkaClients clients) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, IProducer<byte[], byte[]>> _producers = new(StringComparer.Ordinal);
    private readonly List<IProducer<byte[], byte[]>> _all = [];

    /// <summary>Writes a record and waits for it. Without partition, the key decides as Java's clients do it.</summary>
    /// <exception cref="KafkaClusterException">The cluster refuses.</exception>
    public async Task WriteAsync(string cluster, string topic, Partition partition, Message<byte[], byte[]> message, CancellationToken cancellationToken)
    {
        IProducer<byte[], byte[]> producer = ProducerOf(cluster);
        try
        {
            await producer.ProduceAsync(new TopicPartition(topic, partition), message, cancellationToken).ConfigureAwait(false);
        }
        catch (KafkaException e)
        {
            Replace(cluster, producer, e.Error);
            throw new KafkaClusterException(cluster, $"Writing to the topic '{topic}'", e.Error, e);
        }
    }

    /// <summary>Writes a record to the first partition, and tells what became of it.</summary>
    public void Write(string cluster, string topic, Message<byte[], byte[]> message, Action<Error> written)
    {
        IProducer<byte[], byte[]> producer = ProducerOf(cluster);
        try
        {
            producer.Produce(new TopicPartition(topic, 0), message, report => Tell(report.Error));
        }
        catch (KafkaException e)
        {
            Tell(e.Error);
        }

        void Tell(Error error)
        {
            Replace(cluster, producer, error);
            written(error);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _all.ForEach(p => p.Dispose());
        }
    }

    private IProducer<byte[], byte[]> ProducerOf(string cluster)
    {
        lock (_lock)
        {
            if (!_producers.TryGetValue(cluster, out IProducer<byte[], byte[]>? producer))
            {
                _producers[cluster] = producer = clients[cluster].CreateProducer(c => (c.Partitioner, c.LingerMs) = (Confluent.Kafka.Partitioner.Murmur2Random, 1));
                _all.Add(producer);
            }

            return producer;
        }
    }

    // It is disposed of at the end only, as it has still to tell what became of other records.
    private void Replace(string cluster, IProducer<byte[], byte[]> producer, Error error)
    {
        if (!DeliveryErrors.EndsProducer(error))
        {
            return;
        }

        lock (_lock)
        {
            if (_producers.GetValueOrDefault(cluster) == producer)
            {
                _producers.Remove(cluster);
            }
        }
    }
}
