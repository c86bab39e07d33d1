using System.Collections;

namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>What a flow does with each topic of its source, in the order they were given. Names of remote topics are made when asked for.</summary>
public sealed class FlowPreview : IReadOnlyList<TopicPreview>
{
    private readonly SourceTopics _topics;

    internal FlowPreview(SourceAndTarget direction, SourceTopics topics) => (Direction, _topics) = (direction, topics);

    /// <summary>Gets the direction of the flow.</summary>
    public SourceAndTarget Direction { get; }

    /// <summary>Gets the number of topics on the source.</summary>
    public int Count => _topics.Count;

    /// <summary>Gets the topics that are mirrored.</summary>
    public IEnumerable<TopicPreview> Mirrored => this.Where(t => t.Outcome == TopicOutcome.Mirrored);

    /// <summary>Gets the topics that are not, or of which that can't be foretold.</summary>
    public IEnumerable<TopicPreview> LeftOut => this.Where(t => t.Outcome != TopicOutcome.Mirrored);

    /// <inheritdoc/>
    public TopicPreview this[int index]
    {
        get
        {
            string name = _topics.NameOf(index);
            TopicOutcome outcome = _topics.OutcomeOf(index, Direction.Target);
            return new(name, outcome, outcome == TopicOutcome.Mirrored ? _topics.Policy!.FormatRemoteTopic(Direction.Source, name) : null);
        }
    }

    /// <summary>Returns how many topics have an outcome, without making any names.</summary>
    public int CountOf(TopicOutcome outcome)
    {
        int count = 0;
        for (int i = 0; i < _topics.Count; i++)
        {
            count += _topics.OutcomeOf(i, Direction.Target) == outcome ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public IEnumerator<TopicPreview> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
