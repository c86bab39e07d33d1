using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Journal;

/// <summary>One line of a journal.</summary>
internal sealed record JournalEntry
{
    public required JournalEvent Event { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the plan; of the first line only.</summary>
    public FailoverPlan? Plan { get; init; }

    /// <summary>Gets the number of the step; <see langword="null"/> if the line is about the plan.</summary>
    public int? Step { get; init; }

    /// <summary>Gets what was seen or done.</summary>
    public string? Note { get; init; }

    /// <summary>Gets ends that later steps compare with.</summary>
    public EquatableList<PartitionEnd>? Ends { get; init; }

    /// <summary>Gets positions to commit, with those that were there before.</summary>
    public EquatableList<GroupMove>? Groups { get; init; }
}
