namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

/// <summary>A clock that shows what it is set to; its timers are real.</summary>
internal sealed class SetTime : TimeProvider
{
    /// <summary>Gets or sets what it shows: a time that is over, as brokers refuse records of the future (message.timestamp.after.max.ms).</summary>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    public override DateTimeOffset GetUtcNow() => Now;
}
