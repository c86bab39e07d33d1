using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>Where groups would go on, as things are now.</summary>
/// <param name="Groups">Groups with their positions.</param>
/// <param name="Problems">Why they can't.</param>
/// <param name="Notes">What to know.</param>
/// <param name="SourceFailure">What failed on the cluster that groups leave; <see langword="null"/> if it could be asked.</param>
internal sealed record MoveReading(EquatableList<GroupMove> Groups, EquatableList<FailoverProblem> Problems, EquatableList<string> Notes, string? SourceFailure)
{
    public bool IsSourceReachable => SourceFailure is null;
}
