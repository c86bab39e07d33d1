using System.Diagnostics;
using Confluent.Kafka;

namespace Mesh.Sdk.MirrorBench;

/// <summary>A loop that consumes and produces with the clients of a mirror, and does nothing else.</summary>
internal sealed class BareLoop : IDisposable
{
    private readonly IConsumer<byte[], byte[]> _consumer;
    private readonly IProducer<byte[], byte[]> _producer;
    private readonly Action<DeliveryReport<byte[], byte[]>> _delivered;
    private long _failed;

    public BareLoop(BenchClusters clusters)
    {
        _consumer = clusters.Source.Client.CreateConsumer(c => (c.EnablePartitionEof, c.QueuedMaxMessagesKbytes, c.FetchQueueBackoffMs) = (true, 32 * 1024, 10));
        _producer = clusters.Target.Client.CreateProducer(c =>
        {
            (c.EnableIdempotence, c.MaxInFlight, c.MessageTimeoutMs, c.DeliveryReportFields) = (true, 1, 0, "status");
            c.QueueBufferingMaxMessages = BenchClusters.Records;
        });
        _delivered = report => _failed += report.Error.IsError ? 1 : 0;
        _consumer.Assign(Enumerable.Range(0, BenchClusters.Partitions).Select(p => new TopicPartitionOffset(BenchClusters.Topic, p, Offset.End)));
        for (int open = BenchClusters.Partitions; open > 0; open--)
        {
            _consumer.Consume();
        }
    }

    /// <summary>Copies so many records.</summary>
    /// <returns>Milliseconds.</returns>
    public double Copy(int records)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (records > 0)
        {
            ConsumeResult<byte[], byte[]> result = _consumer.Consume();
            if (!result.IsPartitionEOF)
            {
                _producer.Produce(new TopicPartition(BenchClusters.BareCopies, result.Partition), result.Message, _delivered);
                records--;
            }
        }

        _producer.Flush(Timeout.InfiniteTimeSpan);
        return _failed == 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("Records were not written.");
    }

    public void Dispose()
    {
        _consumer.Dispose();
        _producer.Dispose();
    }
}
