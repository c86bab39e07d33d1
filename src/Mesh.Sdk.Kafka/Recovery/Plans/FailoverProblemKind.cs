namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>What is wrong with a plan, its execution or its journal.</summary>
public enum FailoverProblemKind
{
    /// <summary>No cluster that can be asked has positions of the group.</summary>
    GroupUnknown,

    /// <summary>A start is chosen for a group that the plan does not move.</summary>
    GroupNotMoved,

    /// <summary>The group has members where it may not have any.</summary>
    GroupActive,

    /// <summary>A topic that the flow mirrors is not on the target, or has fewer partitions there.</summary>
    TopicMissing,

    /// <summary>There is no topic of checkpoints on the target.</summary>
    CheckpointsAbsent,

    /// <summary>An internal topic of MirrorMaker can't be read.</summary>
    CheckpointsUnreadable,

    /// <summary>No checkpoint covers a partition, and nothing was chosen for such partitions.</summary>
    PositionUnknown,

    /// <summary>A position lies behind the end of its partition, as it does when a topic was made again.</summary>
    PositionBeyondEnd,

    /// <summary>Somebody else has set a position back since it was translated.</summary>
    PositionChanged,

    /// <summary>A cluster can't be reached, or refuses.</summary>
    ClusterFailed,

    /// <summary>What runs MirrorMaker can't be reached, or refuses.</summary>
    MirrorFailed,

    /// <summary>What is waited for did not come about in time.</summary>
    NotInTime,

    /// <summary>Records came after everything was drained.</summary>
    SourceMoved,

    /// <summary>Records or positions are not covered on the target: going on would lose them.</summary>
    NotCovered,

    /// <summary>A step has to be done by an operator, and nobody has confirmed it.</summary>
    NotConfirmed,

    /// <summary>The way does not fit the policy of the flow.</summary>
    WayUnsuitable,

    /// <summary>Clients could not be switched.</summary>
    SwitchFailed,

    /// <summary>The journal belongs to another plan.</summary>
    JournalOfAnotherPlan,

    /// <summary>There is no such journal.</summary>
    JournalMissing,

    /// <summary>The journal can't be opened: its path is a folder or leads to none, or rights are missing.</summary>
    JournalInaccessible,

    /// <summary>Another process, or another execution in this one, has the journal.</summary>
    JournalInUse,

    /// <summary>The journal is not what was written into it.</summary>
    JournalDamaged,

    /// <summary>The journal says that the plan was aborted.</summary>
    PlanAborted,

    /// <summary>Clients have been switched already, which can't be undone.</summary>
    AlreadySwitched,

    /// <summary>The topology does not have the flow of the plan.</summary>
    OtherTopology,

    /// <summary>Clients work on another cluster than the one that the plan moves them from: another plan or an operator has switched them since it was begun.</summary>
    ClientsElsewhere,

    /// <summary>An alias of the plan stands for another cluster than when the plan was made.</summary>
    OtherCluster,
}
