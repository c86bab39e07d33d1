using System.Globalization;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>
/// What a flow sets for its consumer and for the producer of the mirrored records, under the names of librdkafka. How to connect is not
/// taken from here; settings that only Java's clients have change nothing.
/// </summary>
internal sealed class FlowClientSettings
{
    private const int BytesPerKilobyte = 1024;
    private const long DefaultBufferBytes = 32 * 1024 * 1024;
    private const int DefaultRequestBytes = 1024 * 1024;
    private const int MostInFlightInOrder = 5;

    // With the client's own second, partitions stand still whenever the buffer is full.
    private const int FetchBackoffMilliseconds = 10;
    private const string PrefetchedKilobytes = "queued.max.messages.kbytes";

    private static readonly Dictionary<string, string> OfConsumers = new(StringComparer.Ordinal)
    {
        ["isolation.level"] = "isolation.level",
        ["fetch.min.bytes"] = "fetch.min.bytes",
        ["fetch.max.bytes"] = "fetch.max.bytes",
        ["fetch.max.wait.ms"] = "fetch.wait.max.ms",
        ["max.partition.fetch.bytes"] = "fetch.message.max.bytes",
        ["check.crcs"] = "check.crcs",
        ["client.rack"] = "client.rack",
    };

    private static readonly Dictionary<string, string> OfProducers = new(StringComparer.Ordinal)
    {
        ["linger.ms"] = "linger.ms",
        ["batch.size"] = "batch.size",
        ["compression.type"] = "compression.type",
        ["max.in.flight.requests.per.connection"] = "max.in.flight",
        ["max.request.size"] = "message.max.bytes",
        ["delivery.timeout.ms"] = "message.timeout.ms",
        ["request.timeout.ms"] = "request.timeout.ms",
    };

    private readonly SettingMap _consumer;
    private readonly SettingMap _producer;

    /// <param name="connector">Settings of the source connector.</param>
    /// <param name="worker">Settings of its worker, whose producer it is.</param>
    public FlowClientSettings(IReadOnlyDictionary<string, string> connector, IReadOnlyDictionary<string, string> worker)
    {
        IReadOnlyDictionary<string, string> consumer = new ConnectorClients(connector).Consumer("source", "replication-consumer");
        StartsAtEnd = consumer["auto.offset.reset"] == "latest";
        _consumer = Named(consumer, OfConsumers);
        SettingMap producer = new(SettingMap.Stripped(worker, "producer."));
        producer.Put(SettingMap.Stripped(connector, "producer.override."));
        _producer = Named(producer, OfProducers);
        BufferBytes = producer.TryGetValue("buffer.memory", out string? bytes) ? long.Parse(bytes, CultureInfo.InvariantCulture) : DefaultBufferBytes;
    }

    /// <summary>Gets whether a partition without position is read from its end.</summary>
    public bool StartsAtEnd { get; }

    /// <summary>Gets how many bytes may be on their way at once.</summary>
    public long BufferBytes { get; }

    // As Java's consumer has it: records of open and aborted transactions are read unless the flow says otherwise.
    public void Configure(ConsumerConfig config)
    {
        config.EnablePartitionEof = true;
        config.IsolationLevel = IsolationLevel.ReadUncommitted;
        config.AutoOffsetReset = StartsAtEnd ? AutoOffsetReset.Latest : AutoOffsetReset.Earliest;
        if (config.Get(PrefetchedKilobytes) is null)
        {
            config.QueuedMaxMessagesKbytes = (int)(BufferBytes / BytesPerKilobyte);
            config.FetchQueueBackoffMs = FetchBackoffMilliseconds;
        }

        Put(config, _consumer);
    }

    // As Connect has it: order kept, one request at a time, retries without end. Unlike Java's, this client lets later records overtake a
    // request that it repeats, unless it is idempotent. What is queued is bounded by the task, and a full queue would make it read again.
    public void Configure(ProducerConfig config)
    {
        config.Acks = Acks.All;
        config.EnableIdempotence = true;
        config.MaxInFlight = 1;
        config.MessageTimeoutMs = 0;
        config.DeliveryReportFields = "status";
        config.MessageMaxBytes = DefaultRequestBytes;
        config.QueueBufferingMaxMessages = 0;
        config.QueueBufferingMaxKbytes = int.MaxValue;
        Put(config, _producer);
        config.MaxInFlight = Math.Min(config.MaxInFlight.Value, MostInFlightInOrder);
    }

    private static SettingMap Named(IReadOnlyDictionary<string, string> settings, Dictionary<string, string> names) =>
        new(settings.Where(s => names.ContainsKey(s.Key)).Select(s => KeyValuePair.Create(names[s.Key], s.Value)));

    private static void Put(ClientConfig config, SettingMap settings)
    {
        foreach ((string name, string value) in settings)
        {
            config.Set(name, value);
        }
    }
}
