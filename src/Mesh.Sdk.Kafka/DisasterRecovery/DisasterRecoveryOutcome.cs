using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>What became of a plan for traffic and state.</summary>
public sealed record DisasterRecoveryOutcome
{
    /// <summary>Gets how each step ended, in order.</summary>
    public EquatableList<DisasterRecoveryStepOutcome> Steps { get; init; } = [];

    /// <summary>Gets what became of the state, positions and divergence included; <see langword="null"/> if it was not begun.</summary>
    public FailoverOutcome? State { get; init; }

    /// <summary>Gets whether all steps are done, or were left to the operator.</summary>
    public bool IsComplete => Steps.All(s => s.State is StepState.Done or StepState.LeftToOperator);

    /// <summary>Returns what was done and what was not, a line a step.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Steps);
}
