using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>What a plan means to do to one object.</summary>
public sealed record PlannedObject
{
    /// <summary>Gets what identifies the object, cluster included.</summary>
    public required ResourceKey Key { get; init; }

    /// <summary>Gets what will happen.</summary>
    public required ApplyAction Action { get; init; }

    /// <summary>Gets the object as it shall be; <see langword="null"/> if it is pruned.</summary>
    public IResource? Desired { get; init; }

    /// <summary>Gets the fields that would change, and of a refused or skipped object those in conflict; unset for other actions.</summary>
    public EquatableList<PlannedField> Fields { get; init; }

    /// <summary>Gets why the object is refused or skipped; <see langword="null"/> for other actions.</summary>
    public Diagnostic? Reason { get; init; }

    /// <summary>Plans nothing for an object that can't be applied.</summary>
    public static PlannedObject Refuse(ResourceEntry entry, Diagnostic reason)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(reason);
        return new() { Key = entry.Key, Action = ApplyAction.Refuse, Desired = entry.Resource, Reason = reason };
    }

    /// <summary>Returns action and key, without values.</summary>
    public override string ToString() => $"{Action} {Key}";
}
