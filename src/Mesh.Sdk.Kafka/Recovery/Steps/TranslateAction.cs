using Mesh.Sdk.Kafka.Recovery.Moves;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Translates positions for good. The journal has them, and what was there before, from here on.</summary>
internal sealed class TranslateAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        MoveReading reading = await context.ReadMovesAsync(refusesActive: !context.Plan.WaitsForActiveGroups, cancellationToken).ConfigureAwait(false);
        EquatableList<GroupMove> groups = context.Journal.ResultOf(FailoverAction.StopProducers)?.Ends is { } drained
            ? await new DrainedPositions(context.Topics, context.To).MoveOnAsync(reading.Groups, drained, cancellationToken).ConfigureAwait(false)
            : reading.Groups;
        ILookup<PositionDecision, PositionMove> byDecision = groups.SelectMany(g => g.Positions).ToLookup(p => p.Decision);
        int moved = byDecision[PositionDecision.Moved].Count();
        int kept = byDecision[PositionDecision.Kept].Count();
        int movedBack = byDecision[PositionDecision.MovedBack].Count();
        return new(FormattableString.Invariant($"{moved} positions are moved, {kept} are kept, {movedBack} are moved back.")) { Groups = groups };
    }
}
