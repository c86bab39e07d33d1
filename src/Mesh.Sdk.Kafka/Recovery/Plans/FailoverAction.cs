namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>What a step does.</summary>
public enum FailoverAction
{
    /// <summary>Checks that clusters answer, topics are there and groups may be moved.</summary>
    Check,

    /// <summary>Keeps clients of the lost cluster from coming back on their own.</summary>
    Fence,

    /// <summary>Starts a flow.</summary>
    ResumeMirror,

    /// <summary>Holds producers and waits until the ends of the topics stand still.</summary>
    StopProducers,

    /// <summary>Waits until groups have read everything, holds consumers and waits until the groups are empty.</summary>
    DrainGroups,

    /// <summary>Waits until everything is copied.</summary>
    AwaitReplication,

    /// <summary>Waits until checkpoints cover the positions of the groups.</summary>
    AwaitCheckpoints,

    /// <summary>Stops a flow.</summary>
    StopMirror,

    /// <summary>Translates positions for good and notes what is there before.</summary>
    Translate,

    /// <summary>Commits the positions of one group.</summary>
    Commit,

    /// <summary>Proves that every record and position is covered.</summary>
    Verify,

    /// <summary>Makes clients go on at the other cluster.</summary>
    Switch,

    /// <summary>Deletes a group with its positions.</summary>
    DeleteGroup,

    /// <summary>Deletes a topic.</summary>
    DeleteTopic,

    /// <summary>Deletes the positions of a stopped flow, so that it copies from the start.</summary>
    ResetMirror,

    /// <summary>Sets the positions of a stopped flow.</summary>
    SeekMirror,
}
