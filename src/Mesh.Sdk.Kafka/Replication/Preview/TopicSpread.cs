using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>Where topics get to along all flows.</summary>
public sealed record TopicSpread
{
    /// <summary>Gets each topic that a flow brings to its target, the first hops first.</summary>
    public EquatableList<TopicArrival> Arrivals { get; init; } = [];

    /// <summary>Gets whether topics go further than they were followed.</summary>
    public bool GoesOn { get; init; }

    /// <summary>Gets the flows that were left out: their policy is a class of its own.</summary>
    public EquatableList<SourceAndTarget> NotForetold { get; init; } = [];

    /// <summary>Returns the topics that several arrive in, so that their records are mixed and can't be told apart. They come from different clusters or had different names.</summary>
    public IEnumerable<EquatableList<TopicArrival>> Collisions() =>
        from arrival in Arrivals
        group arrival by (arrival.Direction.Target, arrival.RemoteTopic) into remote
        where remote.Skip(1).Any()
        select remote.ToEquatableList();
}
