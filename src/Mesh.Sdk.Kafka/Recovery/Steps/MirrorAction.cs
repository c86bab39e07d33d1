using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Starts, stops or sets a flow, through what controls it or by an operator.</summary>
internal sealed class MirrorAction(StepContext context, Func<IMirrorControl, SourceAndTarget, CancellationToken, Task> act) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        if (context.Tools.Mirrors is not { } mirrors)
        {
            return await context.ByHandAsync(step, cancellationToken).ConfigureAwait(false);
        }

        using CancellationTokenSource patience = new(context.Tools.Patience, context.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await act(mirrors, DirectionOf(step), either.Token).ConfigureAwait(false);
            return new();
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Problems.Failure(FailoverProblemKind.NotInTime, step.Subject, $"'{step.Text}' took too long.", "Check what runs MirrorMaker, and execute the plan again.");
        }
    }

    public static SourceAndTarget DirectionOf(FailoverStep step)
    {
        int arrow = step.Subject.IndexOf("->", StringComparison.Ordinal);
        return new(step.Subject[..arrow], step.Subject[(arrow + 2)..]);
    }
}
