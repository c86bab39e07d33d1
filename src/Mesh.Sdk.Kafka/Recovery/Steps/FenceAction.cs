using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Leaves a step to an operator.</summary>
internal sealed class FenceAction(StepContext context) : IStepAction
{
    public Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken) => context.ByHandAsync(step, cancellationToken);
}
