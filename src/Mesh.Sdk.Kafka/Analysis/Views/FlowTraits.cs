using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>What is the same for all flows of one source that are set alike.</summary>
internal sealed class FlowTraits
{
    private readonly bool _mirrorsHeartbeats;
    private readonly Lazy<JudgedTopics?> _judged;
    private readonly Lazy<IReadOnlyList<(string Pattern, string Hint)>> _unmatchedTopics;
    private readonly Lazy<IReadOnlyList<(string Pattern, string Hint)>> _unmatchedGroups;

    private readonly Lazy<(string Pattern, string Other)[]> _looseDots;

    public FlowTraits(ReplicationFlow flow, ReplicationModel model)
    {
        KnownKafkaCluster? source = model.Known(flow.Source);
        _mirrorsHeartbeats = flow.Is("heartbeats.replication.enabled", byDefault: true);
        Policy = flow.Policy() is { Separator.Length: > 0 } policy ? policy : null;
        Topics = model.Filter(flow.TextOf("topics") ?? KafkaFilters.Everything, flow.TextOf("topics.exclude") ?? KafkaFilters.DefaultTopicsExclude);
        Groups = model.Filter(flow.TextOf("groups") ?? KafkaFilters.Everything, flow.TextOf("groups.exclude") ?? KafkaFilters.DefaultGroupsExclude);
        TopicPatterns = [.. Topics.Items.Select(model.Pattern)];
        _judged = new(() => Policy is null || source is null ? null : new(source.Topics, Policy, Topics, topic => model.IsMirrored(topic, flow.Source, Policy)));
        _unmatchedTopics = new(() => UnmatchedPatterns.Of(TopicPatterns, source is null ? [] : source.Topics));
        _looseDots = new(() => [.. FindLooseDots(source is null ? [] : source.Topics)]);
        _unmatchedGroups = new(() => UnmatchedPatterns.Of(Groups.Items.Select(model.Pattern), source is null ? [] : source.Groups));
    }

    /// <summary>Gets the policy; <see langword="null"/> if it can't be foretold.</summary>
    public ReplicationPolicy? Policy { get; }

    public SafeFilter Topics { get; }

    public SafeFilter Groups { get; }

    public IReadOnlyList<NamePattern> TopicPatterns { get; }

    /// <summary>Gets the topics of the source; <see langword="null"/> if nothing can be said of them.</summary>
    public JudgedTopics? Judged => _judged.Value;

    public IReadOnlyList<(string Pattern, string Hint)> UnmatchedTopics => _unmatchedTopics.Value;

    public IReadOnlyList<(string Pattern, string Hint)> UnmatchedGroups => _unmatchedGroups.Value;

    /// <summary>Gets the patterns that look like a name and match another topic, which their dots let pass.</summary>
    public IReadOnlyList<(string Pattern, string Other)> LooseDots => _looseDots.Value;

    /// <summary>Decides about a topic of the source; <see langword="null"/> if that can't be foretold.</summary>
    public TopicOutcome? Decide(string topic, string target) =>
        Policy is null ? null : Topics.Ask(filter => new TopicSelection(Policy, filter, _mirrorsHeartbeats).Decide(topic, target));

    private IEnumerable<(string Pattern, string Other)> FindLooseDots(IReadOnlyList<string> topics) =>
        from pattern in TopicPatterns
        where pattern.PlainName == pattern.Text && pattern.Text.Contains('.', StringComparison.Ordinal)
        let other = topics.FirstOrDefault(topic => topic != pattern.Text && pattern.Matches(topic))
        where other is not null
        select (pattern.Text, other);
}
