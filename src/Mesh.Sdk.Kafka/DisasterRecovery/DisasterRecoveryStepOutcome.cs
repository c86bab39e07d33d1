using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>How a step ended, or how it is.</summary>
/// <param name="Step">Step.</param>
/// <param name="State">State.</param>
/// <param name="Note">What was seen or done; <see langword="null"/> if there is nothing to tell.</param>
public sealed record DisasterRecoveryStepOutcome(DisasterRecoveryStep Step, StepState State, string? Note = null)
{
    /// <summary>Returns the step, its state and the note.</summary>
    public override string ToString() => $"{Step} [{State}]{(Note is null ? "" : $" {Note}")}";
}
