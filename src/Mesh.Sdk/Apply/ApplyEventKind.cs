namespace Mesh.Sdk.Apply;

/// <summary>What can happen to an object while a set is planned, applied or deleted.</summary>
public enum ApplyEventKind
{
    /// <summary>It is known what will happen to it.</summary>
    Planned,

    /// <summary>Work on it has begun.</summary>
    Started,

    /// <summary>It was applied and is not ready yet, or was deleted and is not gone yet.</summary>
    Waiting,

    /// <summary>It is known what became of it. Every object that was attempted gets there once.</summary>
    Finished,
}
