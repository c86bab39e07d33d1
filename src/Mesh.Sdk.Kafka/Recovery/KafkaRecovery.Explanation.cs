using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Explanation;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;

namespace Mesh.Sdk.Kafka.Recovery;

/// <content>Why positions are translated as they are.</content>
public sealed partial class KafkaRecovery
{
    /// <summary>Translates the positions of a group along a flow and says for each partition which syncs were used, why the result is as it is, and how much is read again.</summary>
    /// <param name="group">Consumer group.</param>
    /// <param name="from">Alias of the source of the flow.</param>
    /// <param name="to">Alias of its target.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The topology has no such flow, or its policy is a class of its own.</exception>
    /// <exception cref="UnknownGroupException">The group has no position on the source, and no checkpoint.</exception>
    /// <exception cref="InternalTopicException">The target has no checkpoints topic, and there are no offset syncs to translate otherwise.</exception>
    /// <exception cref="KafkaClusterException">The target can't be reached, or a cluster refuses.</exception>
    public async Task<GroupExplanation> ExplainAsync(string group, string from, string to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        FlowTopics topics = TopicsOf(from, to);
        OffsetSyncStore store = new(keepsOnlyTheLast: false);
        ForwardReading reading = new(_clients, topics) { TakeSync = store.Add };
        GroupTranslation translation = (await reading.RunAsync([group], cancellationToken).ConfigureAwait(false))[0];
        return new()
        {
            Translation = translation,
            Partitions = [.. translation.Partitions.Select(p => Explain(p, reading.History, store, topics.Flow.GroupFilter().Admits(group)))],
        };
    }

    private PartitionExplanation Explain(PartitionTranslation translation, OffsetSyncHistory? history, OffsetSyncStore store, bool admitsGroup)
    {
        var (before, after) = translation.Committed is { } position ? (history?.FindUpstream(translation.From, position), history?.FindAfter(translation.From, position)) : default;
        TranslationNotes notes = new(translation, before, after, history?.Newest(translation.From), admitsGroup, _time.GetUtcNow());
        return new()
        {
            Translation = translation,
            Before = before,
            After = after,
            Slots = [.. store.Retained(translation.From).Select(s => new SyncSlot(s.Slot, s.Sync.UpstreamOffset, s.Sync.DownstreamOffset))],
            Notes = [.. notes.All()],
        };
    }
}
