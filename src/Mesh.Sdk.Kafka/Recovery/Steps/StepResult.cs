using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>What a step came to.</summary>
/// <param name="Note">What was seen or done; <see langword="null"/> if there is nothing to tell.</param>
internal sealed record StepResult(string? Note = null)
{
    /// <summary>Gets whether nobody did the step, and an operator has to.</summary>
    public bool IsLeftToOperator { get; init; }

    /// <summary>Gets ends that later steps compare with.</summary>
    public EquatableList<PartitionEnd>? Ends { get; init; }

    /// <summary>Gets positions to commit.</summary>
    public EquatableList<GroupMove>? Groups { get; init; }
}
