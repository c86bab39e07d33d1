using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Translation;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Waits until the checkpoint of each position tells the same upstream offset, or a newer one would tell nothing more: MirrorMaker then holds it back.
/// Partitions and groups that get no checkpoint are translated by offset syncs.
/// </summary>
internal sealed class AwaitCheckpointsAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        string[] groups = [.. context.Plan.Groups.Select(g => g.Group).Where(context.Topics.Flow.GroupFilter().Admits)];
        if (!context.Topics.Flow.EmitsCheckpoints || groups.Length == 0)
        {
            return new("The flow makes no checkpoints of the groups; offset syncs are translated.");
        }

        await context.Waiting.UntilAsync(step.Subject, LookAsync, $"Check that the checkpoint connector of {step.Subject} runs.", cancellationToken).ConfigureAwait(false);
        return new("Checkpoints cover all positions.");

        async Task<string?> LookAsync()
        {
            IReadOnlyCollection<GroupTranslation> translations = await context.TranslateAsync(groups, cancellationToken).ConfigureAwait(false);
            string[] missing = [.. translations.SelectMany(t => t.Partitions.Where(IsBehind).Select(p => $"{t.Group} {p.From}"))];
            return missing.Length == 0 ? null : $"checkpoints do not cover {string.Join(", ", missing)}.";
        }
    }

    private static bool IsBehind(PartitionTranslation partition) =>
        partition is { Committed: { } committed, FromSyncs: { } translated }
        && !(partition.Checkpoint?.Checkpoint is { } checkpoint && (checkpoint.UpstreamOffset == committed || checkpoint.DownstreamOffset >= translated));
}
