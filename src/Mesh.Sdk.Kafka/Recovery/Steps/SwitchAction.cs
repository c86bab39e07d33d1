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

        await SwitchAsync(clients, cancellationToken).ConfigureAwait(false);
        await context.Waiting.UntilAsync(
            step.Subject, LookAsync, "Find out what keeps them, then execute the plan again; stop those that can't follow.", cancellationToken).ConfigureAwait(false);
        return new($"Clients work on {context.Plan.To}.");

        async Task<string?> LookAsync()
        {
            IReadOnlyList<string> late = await clients.WaitUntilFollowedAsync(context.Tools.LookInterval, cancellationToken).ConfigureAwait(false);
            return late.Count == 0 ? null : $"clients have not followed to {context.Plan.To}: {string.Join("; ", late)}.";
        }
    }

    private Task SwitchAsync(IClusterSwitch clients, CancellationToken cancellationToken) => context.Plan.Kind == FailoverKind.Unplanned
        ? clients.AbandonAsync(context.Plan.From, context.Plan.To, cancellationToken)
        : clients.SwitchAsync(context.Plan.From, context.Plan.To, cancellationToken);
}
