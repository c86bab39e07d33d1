namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>In which way groups go back.</summary>
public enum FailBackWay
{
    /// <summary>
    /// Both clusters keep what they have. Positions in remote topics are translated backwards. For flows that rename topics only: under the
    /// identity policy, topics of both sides have parted and can't be told from each other.
    /// </summary>
    InPlace,

    /// <summary>The cluster that groups go back to is filled anew: topics, positions and MirrorMaker's memory of the old ones are deleted.</summary>
    Rebuild,

    /// <summary>
    /// Identity policy: the flow back begins where the clusters parted (<see cref="FailoverOutcome.Divergence"/>). What was not copied before the
    /// outage stays on the old cluster only.
    /// </summary>
    FromDivergence,
}
