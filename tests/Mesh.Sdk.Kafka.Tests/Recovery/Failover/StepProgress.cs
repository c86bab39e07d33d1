using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Failover;

/// <summary>Acts between steps, before the execution goes on.</summary>
internal sealed class StepProgress(Func<StepOutcome, Task> act) : IProgress<StepOutcome>
{
    public void Report(StepOutcome value) => act(value).GetAwaiter().GetResult();
}
