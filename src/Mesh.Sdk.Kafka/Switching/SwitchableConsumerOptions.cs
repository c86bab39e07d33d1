using Confluent.Kafka;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>How a <see cref="SwitchableConsumer"/> behaves.</summary>
public sealed record SwitchableConsumerOptions
{
    /// <summary>Gets the name that its status has.</summary>
    public string Name { get; init; } = "consumer";

    /// <summary>Gets how long the application may take to process what it was handed before a cluster is left; 30 s unless told otherwise.</summary>
    public TimeSpan FinishTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets how long the cluster may take after that to commit and to let the member go, before the next one is joined all the same; 10 s unless told otherwise.</summary>
    public TimeSpan LeaveTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets how many records are read ahead of the application; 1,000 unless told otherwise.</summary>
    public int MaxReadAhead { get; init; } = 1_000;

    /// <summary>
    /// Gets what changes the settings of its clients. By default they commit every second, and begin at the start of a partition that has no
    /// position. What is committed stays in the hands of <see cref="ReceivedRecord.MarkProcessed"/>.
    /// </summary>
    public Action<ConsumerConfig>? Configure { get; init; }
}
