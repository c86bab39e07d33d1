using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>Finds out where groups go on.</summary>
/// <param name="clients">Clusters.</param>
/// <param name="topics">The flow that groups follow.</param>
/// <param name="translations">Translated positions.</param>
internal sealed class GroupMoves(KafkaClients clients, FlowTopics topics, GroupTranslations translations)
{
    private readonly ClusterClient _to = clients[topics.Flow.Target];

    /// <summary>Reads and decides, group by group.</summary>
    /// <param name="groups">Groups, with what is chosen for them.</param>
    /// <param name="movesBack">Whether they may be set back.</param>
    /// <param name="refusesActive">Whether groups with members on the target are refused.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MoveReading> ReadAsync(IReadOnlyCollection<GroupMove> groups, bool movesBack, bool refusesActive, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, int> there = await _to.GetTopicsAsync(cancellationToken).ConfigureAwait(false);
        TranslatedGroups translated = await translations.ReadAsync(groups, there, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, OffsetRange> held = await HeldAsync(translated, there, cancellationToken).ConfigureAwait(false);
        List<GroupMove> moves = [];
        List<FailoverProblem> problems = [.. translated.Problems];
        foreach (GroupMove group in groups.Where(g => translated.Groups.ContainsKey(g.Group)))
        {
            if (refusesActive)
            {
                problems.AddRange(await ActiveAsync(group.Group, cancellationToken).ConfigureAwait(false));
            }

            moves.Add(await DecideAsync(group, translated, held, movesBack, problems, cancellationToken).ConfigureAwait(false));
        }

        return new([.. moves], [.. problems], [.. Notes(translated), .. moves.SelectMany(Ahead)], translated.SourceFailure);
    }

    private async Task<IEnumerable<FailoverProblem>> ActiveAsync(string group, CancellationToken cancellationToken) =>
        await _to.Administration.GetGroupStateAsync(group, cancellationToken).ConfigureAwait(false) != GroupState.Active ? [] :
        [
            new(
                FailoverProblemKind.GroupActive,
                group,
                $"The group '{group}' has members on {_to.Alias}, so that its positions can't be set there.",
                "Stop them, or plan with WaitsForActiveGroups()."),
        ];

    // What the partitions hold that groups go on in, and that are there.
    private Task<IReadOnlyDictionary<TopicPartition, OffsetRange>> HeldAsync(
        TranslatedGroups translated, IReadOnlyDictionary<string, int> there, CancellationToken cancellationToken)
    {
        IEnumerable<TopicPartition> targets = translated.Groups.Values.SelectMany(facts => facts).Select(f => f.Target).Distinct();
        return OffsetRange.ReadAsync(_to, [.. targets.Where(p => there.TryGetValue(p.Topic, out int count) && p.Partition < count)], cancellationToken);
    }

    private async Task<GroupMove> DecideAsync(
        GroupMove group,
        TranslatedGroups translated,
        IReadOnlyDictionary<TopicPartition, OffsetRange> held,
        bool movesBack,
        List<FailoverProblem> problems,
        CancellationToken cancellationToken)
    {
        List<PartitionFacts> all = [.. translated.PartitionsOf(group.Group)];
        TopicPartition[] targets = [.. all.Select(f => f.Target).Where(held.ContainsKey)];
        IReadOnlyDictionary<TopicPartition, long> before = await _to.GetPositionsAsync(group.Group, targets, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<TopicPartition, long> chosen = group.WithoutCheckpoint?.Time is { } time
            ? await _to.Administration.GetOffsetsAtAsync(targets, time, cancellationToken).ConfigureAwait(false)
            : before;

        PositionRule rule = new(group, movesBack, chosen);
        List<PositionMove> positions = [];
        foreach (PartitionFacts facts in all)
        {
            (PositionMove move, FailoverProblem? problem) = rule.Decide(facts with
            {
                Range = held.TryGetValue(facts.Target, out OffsetRange range) ? range : null,
                Before = before.TryGetValue(facts.Target, out long position) ? position : null,
            });
            positions.Add(move);
            problems.AddRange(problem is null ? [] : [problem]);
        }

        return group with { Positions = [.. positions] };
    }

    private IEnumerable<string> Ahead(GroupMove group)
    {
        PositionMove[] ahead = [.. group.Positions.Where(p => p.Ahead > 0)];
        if (ahead.Length > 0)
        {
            yield return FormattableString.Invariant(
                $"L: '{group.Group}' stays on {_to.Alias} at positions that are up to {ahead.Sum(p => p.Ahead)} records ahead of what it is known to have read on {topics.Flow.Source}, in {ahead.Length} partitions: nothing is read again, and what it has not read on {_to.Alias} before is skipped. MovesBack() sets it back.");
        }
    }

    private IEnumerable<string> Notes(TranslatedGroups translated)
    {
        foreach ((string group, string topic) in translated.NotMirrored)
        {
            yield return $"L: '{group}' also reads '{topic}', which {topics.Flow.Direction} does not mirror: what it has not read there stays on {topics.Flow.Source}.";
        }

        if (translated.SkippedRecords > 0)
        {
            yield return FormattableString.Invariant($"{translated.SkippedRecords} records of internal topics are not MirrorMaker's, or tell of partitions that no cluster has, and were skipped.");
        }

        if (translated.SourceFailure is { } failure)
        {
            yield return $"{topics.Flow.Source} can't be reached: only checkpoints tell which groups there are, and where. MirrorMaker looks for new ones every refresh.groups.interval.seconds (600 by default); name those that are missing here with Groups, and choose where they start. {failure}";
        }

        foreach (string group in translated.Unseen)
        {
            yield return $"Nothing is known of '{group}', so it starts where was chosen in all that {topics.Flow.Direction} has copied. Check its name.";
        }
    }
}
