using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>How a <see cref="SwitchableProducer"/> behaves.</summary>
public sealed record SwitchableProducerOptions
{
    /// <summary>Gets the name that its status has.</summary>
    public string Name { get; init; } = "producer";

    /// <summary>Gets what becomes of records that the old cluster has not acknowledged when it is left.</summary>
    public UnacknowledgedRecords Unacknowledged { get; init; } = UnacknowledgedRecords.SendAgain;

    /// <summary>Gets how long the old cluster may take to acknowledge what it was sent; 10 s unless told otherwise. A switch that stops producers first waits as long as it stands.</summary>
    public TimeSpan FlushTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how many records are sent and not yet acknowledged at most, and how many more are accepted and not yet sent; 10,000 unless told otherwise. Callers wait beyond.</summary>
    public int MaxPending { get; init; } = 10_000;

    /// <summary>
    /// Gets what changes the settings of its clients. By default they wait for all in-sync replicas, are idempotent, and try without end.
    /// With a <c>message.timeout.ms</c>, a record may fail and a later one be written; the caller is told.
    /// </summary>
    public Action<ProducerConfig>? Configure { get; init; }
}
