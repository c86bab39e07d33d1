using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Waits until what the source has when the step begins is on the target.</summary>
internal sealed class AwaitReplicationAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        IReadOnlyList<PartitionEnd> ends = await context.SourceEndsAsync(cancellationToken).ConfigureAwait(false);
        await context.Waiting.UntilAsync(step.Subject, LookAsync, $"Check that {step.Subject} runs, with all its tasks.", cancellationToken).ConfigureAwait(false);
        return new(FormattableString.Invariant($"All records of {ends.Count} partitions are on {context.To.Alias}."));

        async Task<string?> LookAsync()
        {
            IReadOnlyList<UncoveredPartition> missing = await context.Coverage.MissingAsync(ends, cancellationToken).ConfigureAwait(false);
            return missing.Count == 0 ? null : $"records are not copied of {string.Join(", ", missing)}.";
        }
    }
}
