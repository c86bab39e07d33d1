namespace Mesh.Sdk.Apply;

/// <summary>What a plan means to do to an object.</summary>
public enum ApplyAction
{
    /// <summary>It does not exist and will be made.</summary>
    Create,

    /// <summary>Some of its fields will change.</summary>
    Change,

    /// <summary>It is as it shall be.</summary>
    Unchanged,

    /// <summary>It is a member of the set, not wanted any more, and will be deleted.</summary>
    Prune,

    /// <summary>It is left as it is, because a policy says so; the plan has the reason.</summary>
    Skip,

    /// <summary>It can't be applied; the plan has the reason.</summary>
    Refuse,
}
