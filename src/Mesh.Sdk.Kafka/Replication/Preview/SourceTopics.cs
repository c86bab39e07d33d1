namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>The topics of a source as far as they are judged the same for every target; shared by all flows that are set alike.</summary>
internal sealed class SourceTopics
{
    private readonly string[] _names;
    private readonly TopicOutcome[] _outcomes;
    private readonly string[]?[] _hops;

    public SourceTopics(TopicSelection? selection, IEnumerable<string> names)
    {
        _names = [.. names];
        _outcomes = new TopicOutcome[_names.Length];
        _hops = new string[]?[_names.Length];
        for (int i = 0; i < _names.Length; i++)
        {
            _outcomes[i] = selection?.DecideWithoutTarget(_names[i]) ?? TopicOutcome.NotForetold;
            bool hasHops = _outcomes[i] == TopicOutcome.Mirrored && selection!.Policy.TopicSource(_names[i]) is not null;
            _hops[i] = hasHops ? [.. selection!.Policy.Hops(_names[i])] : null;
        }

        Policy = selection?.Policy;
    }

    /// <summary>Gets the policy; <see langword="null"/> if it is a class of its own.</summary>
    public Policies.ReplicationPolicy? Policy { get; }

    public int Count => _names.Length;

    public string NameOf(int index) => _names[index];

    public TopicOutcome OutcomeOf(int index, string target) =>
        _hops[index] is { } hops && hops.Contains(target) ? TopicOutcome.Cycle : _outcomes[index];
}
