using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Holds producers and waits until the ends of the topics stand still between two looks.</summary>
internal sealed class StopProducersAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (context.Switch is { } clients)
        {
            await clients.HoldProducersAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (context.Tools.Confirm is not null)
        {
            await context.ByHandAsync(step, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<PartitionEnd> ends = await context.SourceEndsAsync(cancellationToken).ConfigureAwait(false);
        await context.Waiting.PauseAsync(cancellationToken).ConfigureAwait(false);
        await context.Waiting.UntilAsync(step.Subject, LookAsync, $"Stop what writes to {step.Subject}.", cancellationToken).ConfigureAwait(false);
        return new(FormattableString.Invariant($"The ends of {ends.Count} partitions stand still.")) { Ends = [.. ends] };

        async Task<string?> LookAsync()
        {
            IReadOnlyList<PartitionEnd> now = await context.SourceEndsAsync(cancellationToken).ConfigureAwait(false);
            string[] moving = [.. now.Except(ends).Select(e => e.Partition.ToString())];
            ends = now;
            return moving.Length == 0 ? null : $"records are written to {string.Join(", ", moving)}.";
        }
    }
}
