using Mesh.Sdk.Kafka.Recovery.Journal;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>Looks where clients work before a plan that was begun goes on or is undone, as others may have moved them since.</summary>
internal sealed class ClientsCheck(StepContext context)
{
    private readonly FailoverStep? _switch = context.Plan.Steps.FirstOrDefault(s => s.Action == FailoverAction.Switch);

    private JournalEvent? Switching => _switch is null ? null : context.Journal.LastOf(_switch)?.Event;

    /// <exception cref="FailoverException">Clients work on another cluster than the one where this plan has left them.</exception>
    public async Task BeforeGoingOnAsync(CancellationToken cancellationToken)
    {
        string? active = await ActiveAsync(cancellationToken).ConfigureAwait(false);
        ThrowIfElsewhere(active, Switching switch
        {
            null => [context.Plan.From],
            JournalEvent.Done => [context.Plan.To],
            _ => [context.Plan.From, context.Plan.To],
        });
    }

    /// <exception cref="FailoverException">Clients work on another cluster than at the beginning, by this plan or by others.</exception>
    public async Task BeforeUndoingAsync(CancellationToken cancellationToken)
    {
        JournalEvent? switching = Switching;
        bool isSwitched = switching is JournalEvent.Done or JournalEvent.LeftToOperator;
        string? active = isSwitched ? context.Plan.To : await ActiveAsync(cancellationToken).ConfigureAwait(false);
        if (switching is not null && active == context.Plan.To)
        {
            throw Refusal(FailoverProblemKind.AlreadySwitched, $"Clients work on {active} already, so the plan can't be aborted.", "Plan a fail-back.");
        }

        ThrowIfElsewhere(active, [context.Plan.From]);
    }

    private async Task<string?> ActiveAsync(CancellationToken cancellationToken)
    {
        if (_switch is null || context.Switch is not { } clients)
        {
            return null;
        }

        try
        {
            return await clients.GetActiveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (Problems.Of(_switch, e) is { } problems)
        {
            throw new FailoverException(problems, JournalReading.OutcomeOf(context.Journal), e);
        }
    }

    private void ThrowIfElsewhere(string? active, string[] expected)
    {
        if (active is not null && !expected.Contains(active))
        {
            throw Refusal(
                FailoverProblemKind.ClientsElsewhere,
                $"Clients work on {active}, not on {string.Join(" or ", expected)}, where this plan has left them: another plan or an operator has switched them since.",
                $"Nothing was changed now. Leave this plan as it is; to move clients again, plan anew from {active}.");
        }
    }

    private FailoverException Refusal(FailoverProblemKind kind, string message, string remedy) =>
        new([new(kind, context.Plan.To, message, remedy)], JournalReading.OutcomeOf(context.Journal));
}
