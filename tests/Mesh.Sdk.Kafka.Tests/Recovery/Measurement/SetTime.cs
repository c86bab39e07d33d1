namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

/// <summary>A clock that shows what it is set to; its timers are real.</summary>
internal sealed class SetTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.FromUnixTimeMilliseconds(1_800_000_000_000);

    public override DateTimeOffset GetUtcNow() => Now;
}
