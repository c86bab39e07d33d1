namespace Mesh.Sdk.Apply;

/// <summary>What happens to an object with a field that another manager owns and has set to another value.</summary>
public enum ConflictPolicy
{
    /// <summary>The object fails; nothing of it is applied.</summary>
    Fail,

    /// <summary>The object is left as it is.</summary>
    Skip,

    /// <summary>Our value is written and the field becomes ours.</summary>
    TakeOver,
}
