using Mesh.Sdk.Kafka.Recovery.Moves;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Translates positions for good. The journal has them, and what was there before, from here on.</summary>
internal sealed class TranslateAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        MoveReading reading = await context.ReadMovesAsync(refusesActive: !context.Plan.WaitsForActiveGroups, cancellationToken).ConfigureAwait(false);
        ILookup<PositionDecision, PositionMove> byDecision = reading.Groups.SelectMany(g => g.Positions).ToLookup(p => p.Decision);
        int moved = byDecision[PositionDecision.Moved].Count();
        int kept = byDecision[PositionDecision.Kept].Count();
        int movedBack = byDecision[PositionDecision.MovedBack].Count();
        return new(FormattableString.Invariant($"{moved} positions are moved, {kept} are kept, {movedBack} are moved back.")) { Groups = reading.Groups };
    }
}
