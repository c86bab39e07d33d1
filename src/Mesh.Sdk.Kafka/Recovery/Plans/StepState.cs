namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>How a step is.</summary>
public enum StepState
{
    /// <summary>It was not begun.</summary>
    NotStarted,

    /// <summary>It was begun and is not finished. Executing the plan again begins it again, which does no harm.</summary>
    Started,

    /// <summary>It is done and its check holds.</summary>
    Done,

    /// <summary>There was nothing to do it with; the operator is to do it.</summary>
    LeftToOperator,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was undone when the plan was aborted.</summary>
    Undone,

    /// <summary>It could not be undone when the plan was aborted; the note says why.</summary>
    NotUndone,
}
