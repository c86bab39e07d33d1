using System.Globalization;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>A position for people.</summary>
internal static class PositionText
{
    /// <param name="move">Position.</param>
    /// <param name="from">Alias of the cluster that the group leaves, as far as it is known.</param>
    public static string Of(PositionMove move, string from = "the other cluster") => string.Concat(
        $"{Partitions(move)}: {Decision(move)} ({Basis(move.Basis)}{(move.SourcePosition is { } at ? Invariant($"; it is at {at} on {from}") : "")})",
        move.Cut > 0 ? Invariant($", {move.Cut} cut by retention (L)") : "",
        move.Ahead > 0 ? Invariant($", up to {move.Ahead} ahead (L)") : "");

    private static string Decision(PositionMove move) => move.Decision switch
    {
        PositionDecision.Kept => $"stays at {Offset(move.Position)}",
        PositionDecision.MovedBack => $"is set back from {Offset(move.Before)} to {Offset(move.Position)}",
        PositionDecision.Refused => "is refused",
        _ => $"{Offset(move.Before)} -> {Offset(move.Position)}",
    };

    private static string Basis(PositionBasis basis) => basis switch
    {
        PositionBasis.Checkpoint => "MirrorMaker's checkpoint",
        PositionBasis.Translation => "by offset syncs",
        PositionBasis.ReverseTranslation => "by offset syncs, backwards",
        PositionBasis.Committed => "committed there",
        PositionBasis.Empty => "nothing is there",
        PositionBasis.Chosen => "as chosen",
        PositionBasis.Drained => "the end of the copy, as everything is read",
        _ => "nothing tells",
    };

    private static string Partitions(PositionMove move) =>
        move.Source == move.Target ? move.Target.ToString() : Invariant($"{move.Source} -> {move.Target}");

    private static string Offset(long? offset) => offset is { } value ? value.ToString(CultureInfo.InvariantCulture) : "none";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
