namespace Mesh.Sdk.Apply;

/// <summary>What became of an object.</summary>
public enum ApplyStatus
{
    /// <summary>It did not exist and was made.</summary>
    Created,

    /// <summary>Some of its fields were changed.</summary>
    Changed,

    /// <summary>It is as it shall be, and was before.</summary>
    Unchanged,

    /// <summary>It was deleted, as it was a member of the set and not wanted any more.</summary>
    Pruned,

    /// <summary>It was deleted, as asked.</summary>
    Deleted,

    /// <summary>It was left as it is, because a policy says so.</summary>
    Skipped,

    /// <summary>It could not be applied or deleted; the diagnostic says why.</summary>
    Failed,

    /// <summary>It was applied or deleted, and put back as it was before, as others failed or as asked.</summary>
    RolledBack,

    /// <summary>It was not reached, as the work was cancelled or stopped after a failure.</summary>
    NotAttempted,
}
