using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Proves that clients may go on at the target: groups have the positions that were translated, and where the source takes part, nothing was
/// written or read there since it was drained, and each of its records is on the target. Notes where both clusters part.
/// </summary>
internal sealed class VerifyAction(StepContext context) : IStepAction
{
    public async Task<StepResult> RunAsync(FailoverStep step, CancellationToken cancellationToken)
    {
        List<FailoverProblem> problems = [];
        foreach (GroupMove group in context.Translated)
        {
            problems.AddRange(await OnTargetAsync(group, cancellationToken).ConfigureAwait(false));
        }

        if (context.Plan.Kind != FailoverKind.Unplanned)
        {
            problems.AddRange(await OnSourceAsync(cancellationToken).ConfigureAwait(false));
        }

        return problems.Count == 0 ? await DivergenceAsync(cancellationToken).ConfigureAwait(false) : throw new FailoverException([.. problems]);
    }

    private async Task<IEnumerable<FailoverProblem>> OnTargetAsync(GroupMove group, CancellationToken cancellationToken)
    {
        var current = await context.To.GetPositionsAsync(group.Group, [.. group.Positions.Select(p => p.Target)], cancellationToken).ConfigureAwait(false);
        return group.Positions.Where(p => !(current.TryGetValue(p.Target, out long position) && position >= p.Position)).Select(p => new FailoverProblem(
            FailoverProblemKind.NotCovered,
            group.Group,
            FormattableString.Invariant($"The group '{group.Group}' is not at {p.Position} in {p.Target}, where it goes on."),
            "Find out who sets its positions; abort the plan and make a new one."));
    }

    private async Task<IEnumerable<FailoverProblem>> OnSourceAsync(CancellationToken cancellationToken)
    {
        List<FailoverProblem> problems = [];
        foreach (GroupMove group in context.Translated)
        {
            problems.AddRange(await OnSourceAsync(group, cancellationToken).ConfigureAwait(false));
        }

        IReadOnlyList<PartitionEnd> ends = await context.SourceEndsAsync(cancellationToken).ConfigureAwait(false);
        problems.AddRange(await WrittenAsync(ends, cancellationToken).ConfigureAwait(false));
        problems.AddRange((await context.Coverage.MissingAsync(ends, cancellationToken).ConfigureAwait(false)).Select(p => new FailoverProblem(
            FailoverProblemKind.NotCovered,
            p.Partition.ToString(),
            $"{context.To.Alias} lacks records of {p}.",
            $"Let {context.Topics.Flow.Direction} run until it has copied them, and execute the plan again.")));
        return problems;
    }

    private async Task<IEnumerable<FailoverProblem>> WrittenAsync(IReadOnlyList<PartitionEnd> ends, CancellationToken cancellationToken)
    {
        Dictionary<TopicPartition, PartitionEnd> drained = context.Journal.ResultOf(FailoverAction.StopProducers)!.Ends!.Value.ToDictionary(e => e.Partition);
        List<FailoverProblem> problems = [];
        foreach (PartitionEnd end in ends.Except(drained.Values))
        {
            if (await context.Coverage.IsWrittenToAsync(drained.GetValueOrDefault(end.Partition), end, cancellationToken).ConfigureAwait(false))
            {
                problems.Add(new(
                    FailoverProblemKind.SourceMoved,
                    end.Partition.ToString(),
                    FormattableString.Invariant($"Records were written to {end.Partition} on {context.From.Alias} after producers had stopped: it ends at {end.Offset} now."),
                    "Stop what writes there; abort the plan and make a new one."));
            }
        }

        return problems;
    }

    private async Task<IEnumerable<FailoverProblem>> OnSourceAsync(GroupMove group, CancellationToken cancellationToken)
    {
        if (await context.From.Administration.GetGroupStateAsync(group.Group, cancellationToken).ConfigureAwait(false) == GroupState.Active)
        {
            return [new(FailoverProblemKind.GroupActive, group.Group, $"The group '{group.Group}' has members on {context.From.Alias} again.", "Stop them, and execute the plan again.")];
        }

        var current = await context.From.GetPositionsAsync(group.Group, [.. group.Positions.Select(p => p.Source)], cancellationToken).ConfigureAwait(false);
        return group.Positions.Where(p => p.SourcePosition != (current.TryGetValue(p.Source, out long position) ? position : null)).Select(p => new FailoverProblem(
            FailoverProblemKind.PositionChanged,
            group.Group,
            $"The group '{group.Group}' has read on in {p.Source} on {context.From.Alias} since its positions were translated.",
            "Stop it there; abort the plan and make a new one."));
    }

    private async Task<StepResult> DivergenceAsync(CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> all = await context.To.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TopicPartition[] partitions =
        [
            .. context.Plan.Topics.Select(context.Topics.OnTarget).SelectMany(t => Enumerable.Range(0, all.GetValueOrDefault(t)).Select(p => new TopicPartition(t, p))),
        ];
        IReadOnlyDictionary<TopicPartition, long> ends = await context.To.GetEndOffsetsAsync(partitions, cancellationToken).ConfigureAwait(false);
        string note = context.Plan.Kind == FailoverKind.Unplanned ? context.Translated.Count == 0 ? "No group was moved." : $"Every group has its positions. What was not copied is on {context.From.Alias} alone." : "Every record and position is covered: nothing is lost.";
        return new(note) { Ends = [.. partitions.Select(p => new PartitionEnd(p, ends[p]))] };
    }
}
