using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply;

/// <summary>What a plan means to do to one object.</summary>
public sealed record PlannedObject
{
    /// <summary>Gets what identifies the object, cluster included.</summary>
    public required ResourceKey Key { get; init; }

    /// <summary>Gets what will happen.</summary>
    public required ApplyAction Action { get; init; }

    /// <summary>Gets the object as it shall be; <see langword="null"/> if it is pruned, or would be and is refused.</summary>
    public IResource? Desired { get; init; }

    /// <summary>Gets the fields that would change, and of a refused or skipped object those in conflict; unset for other actions.</summary>
    public EquatableList<PlannedField> Fields { get; init; }

    /// <summary>Gets why the object is refused or skipped; <see langword="null"/> for other actions.</summary>
    public Diagnostic? Reason { get; init; }

    /// <summary>Plans an object by comparing it with the one that exists, as an applier does that replaces objects as a whole.</summary>
    /// <param name="entry">The object as it shall be.</param>
    /// <param name="live">The object that exists; <see langword="null"/> if there is none.</param>
    /// <param name="ownership">Whose it is.</param>
    /// <param name="options">What happens if it is not ours.</param>
    public static PlannedObject Compare(ResourceEntry entry, IResource? live, Ownership ownership, ApplyOptions options)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(ownership);
        ArgumentNullException.ThrowIfNull(options);
        if (live is null)
        {
            return new() { Key = entry.Key, Action = ApplyAction.Create, Desired = entry.Resource };
        }

        IEnumerable<FieldChange> changes = FieldDiff.Between(UntypedWriter.ToUntyped(live), UntypedWriter.ToUntyped(entry.Resource), MergeSchemas.Known.For(entry.Key));
        return ownership.Plan(entry, options) ?? Change(entry, [.. changes.Select(c => SecretFields.Plan(entry.Key, c, []))], ownership == Ownership.Of(options));
    }

    /// <summary>Plans nothing for an object that can't be applied.</summary>
    public static PlannedObject Refuse(ResourceEntry entry, Diagnostic reason)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(reason);
        return new() { Key = entry.Key, Action = ApplyAction.Refuse, Desired = entry.Resource, Reason = reason };
    }

    /// <summary>Plans to change an object, or to leave it alone if no field changes and it stays whose it is.</summary>
    internal static PlannedObject Change(ResourceEntry entry, EquatableList<PlannedField> fields, bool hasSameOwner)
    {
        bool isSame = fields.Count == 0 && hasSameOwner;
        return new()
        {
            Key = entry.Key,
            Action = isSame ? ApplyAction.Unchanged : ApplyAction.Change,
            Desired = entry.Resource,
            Fields = isSame ? default : fields,
        };
    }

    /// <summary>Returns action and key, without values.</summary>
    public override string ToString() => $"{Action} {Key}";
}
