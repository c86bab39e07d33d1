using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Makes clients go on at the target.</summary>
internal sealed class SwitchAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        string? active = context.Switch is null ? null : await context.Switch.GetActiveAsync(cancellationToken).ConfigureAwait(false);
        if (active != context.Plan.To)
        {
            // What was proved before a crash may not be true any more.
            await new VerifyAction(context).RunAsync(step, cancellationToken).ConfigureAwait(false);
        }

        if (context.Switch is not { } clients)
        {
            return await context.ByHandAsync(step, cancellationToken).ConfigureAwait(false);
        }

        await clients.SwitchAsync(context.Plan.From, context.Plan.To, cancellationToken).ConfigureAwait(false);
        return new($"Clients work on {context.Plan.To}.");
    }
}
