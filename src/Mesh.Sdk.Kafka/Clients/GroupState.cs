namespace Mesh.Sdk.Kafka.Clients;

/// <summary>Whether a consumer group has members on a cluster.</summary>
public enum GroupState
{
    /// <summary>The cluster does not know the group, or the group never had members there. Positions may be committed for it.</summary>
    Absent,

    /// <summary>The group has no members. Positions may be committed for it.</summary>
    Empty,

    /// <summary>The group has members, or is rebalancing: only they may commit.</summary>
    Active,
}
