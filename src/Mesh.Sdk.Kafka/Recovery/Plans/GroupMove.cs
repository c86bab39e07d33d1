using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>A group and where it goes on.</summary>
/// <param name="Group">Consumer group, which has the same id on both clusters.</param>
public sealed record GroupMove(string Group)
{
    /// <summary>Gets where it starts in partitions without a checkpoint; <see langword="null"/> if nothing was chosen, and such partitions are refused.</summary>
    public StartPosition? WithoutCheckpoint { get; init; }

    /// <summary>Gets its positions, by partition in order.</summary>
    public EquatableList<PositionMove> Positions { get; init; } = [];

    /// <summary>Gets how many records it reads again at most, of those that are on the target now.</summary>
    public long RepeatsAtMost => Positions.Sum(p => p.RepeatsAtMost);
}
