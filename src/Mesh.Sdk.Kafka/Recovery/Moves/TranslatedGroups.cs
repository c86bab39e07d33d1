using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>What translation tells of groups.</summary>
internal sealed record TranslatedGroups
{
    /// <summary>Gets the partitions of each group that is known.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<PartitionFacts>> Groups { get; init; }

    public IReadOnlyList<FailoverProblem> Problems { get; init; } = [];

    /// <summary>Gets groups that nothing is known of, and that start where was chosen.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    public IReadOnlyList<(string Group, string Topic)> NotMirrored { get; init; } = [];

    public int SkippedRecords { get; init; }

    /// <summary>Gets what failed on the cluster that groups leave; <see langword="null"/> if it could be asked.</summary>
    public string? SourceFailure { get; init; }

    public IReadOnlyList<PartitionFacts> PartitionsOf(string group) => Groups[group];
}
