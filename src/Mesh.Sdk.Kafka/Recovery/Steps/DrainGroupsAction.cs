using Confluent.Kafka;
using Mesh.Sdk.Kafka.Recovery.Moves;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Waits until groups have read everything that producers of the cluster wrote, or are empty with a remainder that stays, then holds consumers and waits until the groups are empty.
/// A remainder is read on the target.
/// </summary>
internal sealed class DrainGroupsAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, long> lags = new Dictionary<string, long>();
        await context.Waiting.UntilAsync(step.Subject, DrainedAsync, "Let consumers read on, or stop them: what is left is read on the target.", cancellationToken).ConfigureAwait(false);
        if (context.Switch is { } clients)
        {
            await clients.HoldConsumersAsync(cancellationToken).ConfigureAwait(false);
        }

        await context.Waiting.UntilAsync(step.Subject, EmptyAsync, $"Stop consumers on {step.Subject}.", cancellationToken).ConfigureAwait(false);
        string[] left = [.. (await LagsAsync(cancellationToken).ConfigureAwait(false)).Where(l => l.Value > 0).Select(l => FormattableString.Invariant($"{l.Key} ({l.Value})"))];
        return new(left.Length == 0 ? "All groups have read everything." : $"Records left to read on {context.To.Alias}: {string.Join(", ", left)}.");

        async Task<string?> DrainedAsync()
        {
            IReadOnlyDictionary<string, long> before = lags;
            lags = await LagsAsync(cancellationToken).ConfigureAwait(false);
            HashSet<string> resting = [.. lags.Where(l => l.Value > 0 && before.TryGetValue(l.Key, out long last) && last == l.Value).Select(l => l.Key)];
            IReadOnlyList<string> active = resting.Count == 0 ? [] : await context.ActiveGroupsAsync(context.From, cancellationToken).ConfigureAwait(false);
            string[] reading =
            [
                .. lags.Where(l => l.Value > 0 && (active.Contains(l.Key) || !resting.Contains(l.Key)))
                    .Select(l => FormattableString.Invariant($"{l.Key} ({l.Value})")),
            ];
            return reading.Length == 0 ? null : $"groups have records to read: {string.Join(", ", reading)}.";
        }

        async Task<string?> EmptyAsync()
        {
            IReadOnlyList<string> active = await context.ActiveGroupsAsync(context.From, cancellationToken).ConfigureAwait(false);
            return active.Count == 0 ? null : $"groups have members on {step.Subject}: {string.Join(", ", active)}.";
        }
    }

    private async Task<IReadOnlyDictionary<string, long>> LagsAsync(CancellationToken cancellationToken)
    {
        MoveReading reading = await context.ReadMovesAsync(refusesActive: false, cancellationToken).ConfigureAwait(false);

        // Copies of the target's topics grow on while its producers write, and what is left of them is read where it came from.
        PositionMove[] positions = [.. reading.Groups.SelectMany(g => g.Positions).Where(p => p.SourcePosition is not null && context.Topics.OnTarget(p.Source) == p.Target)];
        var ends = await context.From.GetEndOffsetsAsync([.. positions.Select(p => p.Source).Distinct()], cancellationToken).ConfigureAwait(false);
        RecordCount count = new(context.From, IsolationLevel.ReadCommitted, context.Time);
        Dictionary<string, long> lags = new(StringComparer.Ordinal);
        foreach (GroupMove group in reading.Groups.AsEnumerable())
        {
            long lag = 0;
            foreach (PositionMove position in group.Positions.Where(p => p.SourcePosition < ends.GetValueOrDefault(p.Source)))
            {
                lag += await count.OfAsync(position.Source, position.SourcePosition!.Value, ends[position.Source], RecordCount.Limit, cancellationToken).ConfigureAwait(false);
            }

            lags[group.Group] = lag;
        }

        return lags;
    }
}
