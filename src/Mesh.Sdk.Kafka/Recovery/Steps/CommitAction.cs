using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Commits the positions of a group. What is there already, or beyond, stays; what somebody has set back since is refused.</summary>
internal sealed class CommitAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        PositionMove[] moves =
        [
            .. context.Translated.Single(g => g.Group == step.Subject).Positions.Where(p => p.Decision is PositionDecision.Moved or PositionDecision.MovedBack),
        ];
        var current = await context.To.GetPositionsAsync(step.Subject, [.. moves.Select(m => m.Target)], cancellationToken).ConfigureAwait(false);
        FailoverProblem[] problems = [.. moves.Where(m => IsSetBack(m, At(current, m))).Select(m => Changed(step.Subject, m, At(current, m)))];
        if (problems.Length > 0)
        {
            throw new FailoverException([.. problems]);
        }

        Dictionary<TopicPartition, long> due = moves.Where(m => IsDue(m, At(current, m))).ToDictionary(m => m.Target, m => m.Position!.Value);
        if (due.Count > 0)
        {
            await context.To.Administration.CommitAsync(step.Subject, due, cancellationToken).ConfigureAwait(false);
        }

        return new(FormattableString.Invariant($"{due.Count} positions committed."));
    }

    private static long? At(IReadOnlyDictionary<TopicPartition, long> positions, PositionMove move) =>
        positions.TryGetValue(move.Target, out long position) ? position : null;

    private static bool IsDue(PositionMove move, long? current) =>
        current != move.Position && (move.Decision == PositionDecision.MovedBack ? current == move.Before : !(current > move.Position));

    private static bool IsSetBack(PositionMove move, long? current) =>
        current != move.Position && current != move.Before && (move.Decision == PositionDecision.MovedBack || (move.Before is { } before && !(current > before)));

    private static FailoverProblem Changed(string group, PositionMove move, long? current) => new(
        FailoverProblemKind.PositionChanged,
        group,
        FormattableString.Invariant($"The group '{group}' was at {Text(move.Before)} in {move.Target} when its positions were translated, and is at {Text(current)} now."),
        "Find out who sets its positions; abort the plan and make a new one.");

    private static string Text(long? offset) => offset is { } value ? FormattableString.Invariant($"{value}") : "no position";
}
