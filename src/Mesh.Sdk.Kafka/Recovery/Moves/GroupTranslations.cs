using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Moves;

/// <summary>Translates positions of groups along a flow, and those in copies of the other cluster's topics backwards.</summary>
/// <param name="clients">Clusters.</param>
/// <param name="topics">The flow that groups follow.</param>
/// <param name="back">The flow that made the copies; <see langword="null"/> if there is none, or positions in them do not count.</param>
/// <param name="reach">Which clusters are lost.</param>
internal sealed class GroupTranslations(KafkaClients clients, FlowTopics topics, FlowTopics? back, Reachability reach)
{
    private readonly ClusterClient _from = clients[topics.Flow.Source];
    private EquatableList<string> _known = [];

    /// <summary>Reads.</summary>
    /// <param name="moves">Groups, with what is chosen for them.</param>
    /// <param name="there">The topics of the target, with the number of their partitions.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TranslatedGroups> ReadAsync(IReadOnlyCollection<GroupMove> moves, IReadOnlyDictionary<string, int> there, CancellationToken cancellationToken)
    {
        string[] groups = [.. moves.Select(m => m.Group)];
        IReadOnlyDictionary<string, int>? here = await reach.OrNullAsync(_from, () => _from.GetTopicsAsync(cancellationToken)).ConfigureAwait(false);
        Dictionary<string, GroupTranslation> forwards = await ForwardsAsync(moves, groups, cancellationToken).ConfigureAwait(false);
        Dictionary<string, GroupTranslation> backwards = await BackwardsAsync(groups, cancellationToken).ConfigureAwait(false);
        string[] known = [.. groups.Where(g => forwards.ContainsKey(g) || backwards.ContainsKey(g))];
        string[] unseen = reach.IsLost(_from) ? [.. moves.Where(m => m.WithoutCheckpoint is not null).Select(m => m.Group).Except(known)] : [];
        IEnumerable<GroupTranslation> all = forwards.Values.Concat(backwards.Values);
        return new()
        {
            Groups = known.Concat(unseen).ToDictionary(
                g => g,
                g => (IReadOnlyList<PartitionFacts>)(known.Contains(g)
                    ? [.. Facts(forwards.GetValueOrDefault(g), CountOf, isBackwards: false), .. Facts(backwards.GetValueOrDefault(g), CountOf, isBackwards: true)]
                    : [.. Copies(there)]),
                StringComparer.Ordinal),
            Problems = [.. groups.Except(known).Except(unseen).Select(Unknown)],
            Unseen = unseen,
            NotMirrored = [.. forwards.Values.SelectMany(f => f.Partitions.Where(IsLeftBehind).Select(p => (f.Group, p.From.Topic))).Distinct()],
            SkippedRecords = all.Select(t => t.SkippedRecords).DefaultIfEmpty().Max(),
            SourceFailure = reach.CauseOf(_from),
        };

        // Without the source, its copy on the target tells.
        int CountOf(string topic) => here is not null && here.TryGetValue(topic, out int count) ? count : there.GetValueOrDefault(topics.OnTarget(topic));
    }

    private static bool IsLeftBehind(PartitionTranslation partition) => partition.Reason == UntranslatedReason.NotMirrored;

    /// <summary>Translates along the flow; groups that nothing is known of are left out.</summary>
    public async Task<Dictionary<string, GroupTranslation>> ForwardsAsync(IReadOnlyCollection<string> groups, CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<GroupTranslation> found = groups.Count == 0 ? [] : await new ForwardReading(clients, topics) { Reach = reach }.RunAsync(groups, cancellationToken).ConfigureAwait(false);
            return found.ToDictionary(t => t.Group, StringComparer.Ordinal);
        }
        catch (UnknownGroupException e)
        {
            _known = e.Known;
            return await ForwardsAsync([.. groups.Except(e.Groups)], cancellationToken).ConfigureAwait(false);
        }
    }

    // Where a start is chosen for every group, a lost source without any checkpoints is in nobody's way.
    private async Task<Dictionary<string, GroupTranslation>> ForwardsAsync(IReadOnlyCollection<GroupMove> moves, string[] groups, CancellationToken cancellationToken)
    {
        try
        {
            return await ForwardsAsync(groups, cancellationToken).ConfigureAwait(false);
        }
        catch (InternalTopicException e) when (!e.IsUnreadable && reach.IsLost(_from) && moves.All(m => m.WithoutCheckpoint is not null))
        {
            return [];
        }
    }

    private async Task<Dictionary<string, GroupTranslation>> BackwardsAsync(string[] groups, CancellationToken cancellationToken)
    {
        if (back is null or { Policy: IdentityReplicationPolicy } || groups.Length == 0)
        {
            return [];
        }

        IReadOnlyList<GroupTranslation>? found = await reach.OrNullAsync(_from, () => new BackReading(clients, back).RunAsync(groups, cancellationToken)).ConfigureAwait(false);
        return (found ?? []).Where(t => t.Partitions.Count > 0).ToDictionary(t => t.Group, StringComparer.Ordinal);
    }

    // A group reads all partitions of a topic, also those that it has committed nothing for yet.
    private IEnumerable<PartitionFacts> Facts(GroupTranslation? translation, Func<string, int> countOf, bool isBackwards)
    {
        foreach (IGrouping<string, PartitionTranslation> topic in (translation?.Partitions ?? []).Where(p => !IsLeftBehind(p)).GroupBy(p => p.From.Topic))
        {
            Dictionary<int, PartitionTranslation> known = topic.ToDictionary(p => p.From.Partition);
            foreach (int partition in Enumerable.Range(0, countOf(topic.Key)).Union(known.Keys).Order())
            {
                TopicPartition source = new(topic.Key, partition);
                TopicPartition target = isBackwards ? back!.OnSource(source) : topics.OnTarget(source);
                yield return new(source, target, known.GetValueOrDefault(partition), isBackwards, null, null);
            }
        }
    }

    private IEnumerable<PartitionFacts> Copies(IReadOnlyDictionary<string, int> there) =>
        from copy in topics.CopiesAmong(there).OrderBy(c => c.Key, StringComparer.Ordinal)
        where topics.Flow.Selection()!.Decide(copy.Key, topics.Flow.Target) == TopicOutcome.Mirrored
        from partition in Enumerable.Range(0, copy.Value)
        let source = new TopicPartition(copy.Key, partition)
        select new PartitionFacts(source, topics.OnTarget(source), null, false, null, null);

    private FailoverProblem Unknown(string group) => new(
        FailoverProblemKind.GroupUnknown,
        group,
        $"The group '{group}' has no positions on {topics.Flow.Source} that can be read, and no checkpoint on {topics.Flow.Target}.{KnownGroups.Hint([.. _known], group)}",
        reach.IsLost(_from)
            ? "Check its name. MirrorMaker may not have seen it yet: choose where it starts with WithoutCheckpoint."
            : "Check its name; a group is known once it has committed a position.");
}
