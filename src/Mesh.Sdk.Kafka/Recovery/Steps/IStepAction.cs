using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Does the steps of an action. Doing one again does no harm.</summary>
internal interface IStepAction
{
    Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken);
}
