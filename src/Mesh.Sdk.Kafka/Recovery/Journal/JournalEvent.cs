namespace Mesh.Sdk.Kafka.Recovery.Journal;

/// <summary>What a line of a journal tells.</summary>
internal enum JournalEvent
{
    /// <summary>The journal begins, with its plan.</summary>
    Opened,

    /// <summary>A step is about to begin.</summary>
    Started,

    /// <summary>A step is done.</summary>
    Done,

    /// <summary>A step is left to the operator.</summary>
    LeftToOperator,

    /// <summary>Undoing begins; the plan is not executed any more.</summary>
    Aborting,

    /// <summary>A step was undone.</summary>
    Undone,

    /// <summary>A step could not be undone.</summary>
    NotUndone,

    /// <summary>All that can be undone is undone.</summary>
    Aborted,
}
