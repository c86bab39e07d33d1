namespace Mesh.Sdk.Apply;

/// <summary>What happens to an object that exists already and is not ours.</summary>
public enum ForeignObjectPolicy
{
    /// <summary>The object fails; nothing of it is applied.</summary>
    Fail,

    /// <summary>The object is left as it is.</summary>
    Skip,

    /// <summary>The object is applied and becomes ours, also for pruning.</summary>
    Adopt,
}
