namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>What is done with a position on the target.</summary>
public enum PositionDecision
{
    /// <summary>It is committed, where there was none or an earlier one.</summary>
    Moved,

    /// <summary>What is committed stays, as it is the same or later.</summary>
    Kept,

    /// <summary>An earlier one than what is committed is committed, as the plan was told to.</summary>
    MovedBack,

    /// <summary>Nothing is committed; the plan has a problem that says why.</summary>
    Refused,
}
