using Mesh.Sdk.Kafka.Recovery.Moves;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Makes sure that groups can be moved, and waits for those that are active on the target if the plan says so.</summary>
internal sealed class CheckAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (context.Plan.WaitsForActiveGroups)
        {
            await context.Waiting.UntilAsync(step.Subject, () => ActiveAsync(cancellationToken), "Stop their members there.", cancellationToken).ConfigureAwait(false);
        }

        MoveReading reading = await context.ReadMovesAsync(refusesActive: true, cancellationToken).ConfigureAwait(false);
        return new(FormattableString.Invariant($"{reading.Groups.Sum(g => g.Positions.Count)} partitions of {reading.Groups.Count} groups."));
    }

    private async Task<string?> ActiveAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> active = await context.ActiveGroupsAsync(context.To, cancellationToken).ConfigureAwait(false);
        return active.Count == 0 ? null : $"groups have members on {context.To.Alias}: {string.Join(", ", active)}.";
    }
}
