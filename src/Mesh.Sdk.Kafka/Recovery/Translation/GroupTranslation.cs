using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Translation;

/// <summary>The positions of a group, translated from one cluster to another.</summary>
public sealed record GroupTranslation
{
    /// <summary>Gets the group.</summary>
    public required string Group { get; init; }

    /// <summary>Gets the cluster it reads on now.</summary>
    public required string From { get; init; }

    /// <summary>Gets the cluster it goes to.</summary>
    public required string To { get; init; }

    /// <summary>Gets the partitions that it has a position on, in the order of their names.</summary>
    public required EquatableList<PartitionTranslation> Partitions { get; init; }

    /// <summary>Gets whether positions and offset syncs could be read on the cluster it reads on now; without them, only checkpoints count.</summary>
    public bool SourceIsReachable { get; init; } = true;

    /// <summary>Gets how many records of internal topics were no records of MirrorMaker and were skipped.</summary>
    public int SkippedRecords { get; init; }

    /// <summary>Gets whether every partition has a position.</summary>
    public bool IsComplete => Partitions.All(p => p.Position is not null);

    /// <summary>Returns where the group may go on, by partition of the cluster it goes to. Partitions without a position are left out.</summary>
    public IReadOnlyDictionary<TopicPartition, long> Positions() =>
        Partitions.Where(p => p.Position is not null).ToDictionary(p => p.To, p => p.Position!.Value);

    /// <summary>Returns a table of the partitions.</summary>
    public override string ToString() => TextTable.Of(
        Partitions,
        ("From", p => p.From.ToString()),
        ("Committed", p => TextTable.Cell(p.Committed)),
        ("To", p => p.To.ToString()),
        ("Position", p => TextTable.Cell(p.Position)),
        ("By", p => p.Origin?.ToString() ?? p.Reason?.ToString() ?? "-"),
        ("Repeats", p => p.Position is null ? "-" : p.RepeatsAtMost is { } repeats ? $"<= {TextTable.Cell(repeats)}" : "?"));
}
