namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>What a plan does.</summary>
public enum FailoverKind
{
    /// <summary>Both clusters work: everything is drained first, and nothing is lost.</summary>
    Planned,

    /// <summary>The source is gone: what was not copied is lost until it comes back.</summary>
    Unplanned,

    /// <summary>Groups go back to where they came from. Both clusters work.</summary>
    FailBack,
}
