using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Starts, stops or sets a flow, through what controls it or by an operator.</summary>
internal sealed class MirrorAction(StepContext context, Func<IMirrorControl, SourceAndTarget, CancellationToken, Task> act) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (context.Mirrors is not { } mirrors)
        {
            return await context.ByHandAsync(step, cancellationToken).ConfigureAwait(false);
        }

        await act(mirrors, DirectionOf(step), cancellationToken).ConfigureAwait(false);
        return new();
    }

    public static SourceAndTarget DirectionOf(FailoverStep step)
    {
        int arrow = step.Subject.IndexOf("->", StringComparison.Ordinal);
        return new(step.Subject[..arrow], step.Subject[(arrow + 2)..]);
    }
}
