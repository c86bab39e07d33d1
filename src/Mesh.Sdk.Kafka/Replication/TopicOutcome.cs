namespace Mesh.Sdk.Kafka.Replication;

/// <summary>What a flow does with a topic of its source.</summary>
public enum TopicOutcome
{
    /// <summary>The topic is mirrored.</summary>
    Mirrored,

    /// <summary>No pattern of the flow's topics matches the name.</summary>
    NotIncluded,

    /// <summary>A pattern of the flow's excluded topics matches the name.</summary>
    Excluded,

    /// <summary>The name is one of Kafka's, Connect's or MirrorMaker's internal topics.</summary>
    Internal,

    /// <summary>The name says that the topic came through the target already.</summary>
    Cycle,

    /// <summary>The policy of the flow is a class of its own, whose names can't be foretold.</summary>
    NotForetold,
}
