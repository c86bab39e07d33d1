using System.Globalization;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>How a step ended, or how it is.</summary>
/// <param name="Step">Step.</param>
/// <param name="State">State.</param>
/// <param name="Note">What was seen or done, in a sentence; <see langword="null"/> if there is nothing to tell.</param>
public sealed record StepOutcome(FailoverStep Step, StepState State, string? Note = null)
{
    /// <summary>Returns the step, its state and the note.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step.Number,3}. {Step.Text} [{State}]{(Note is null ? "" : $" {Note}")}");
}
