using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>Whose an object is that exists already.</summary>
/// <param name="Set">Id of the set that it is a member of; <see langword="null"/> if it is of none.</param>
/// <param name="Managers">Who applied it.</param>
public sealed record Ownership(string? Set, EquatableList<string> Managers)
{
    /// <summary>The label that names the set of an object.</summary>
    public const string PartOf = "applyset.kubernetes.io/part-of";

    /// <summary>Gets what an object has after it was applied.</summary>
    public static Ownership Of(ApplyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(options.Set?.Id, [options.FieldManager]);
    }

    /// <summary>Tells whether the object may be changed and deleted without a word.</summary>
    public bool IsOurs(ApplyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Set is null ? Managers.Contains(options.FieldManager) : Set == options.Set?.Id;
    }

    /// <summary>Plans for an object that is not ours what the policy says.</summary>
    /// <returns><see langword="null"/> if it is ours or becomes ours.</returns>
    public PlannedObject? Plan(ResourceEntry entry, ApplyOptions options) =>
        MayChange(options)
            ? null
            : PolicySays(entry, ForeignObject(entry.Key, options), options.ForeignObjects == ForeignObjectPolicy.Skip);

    /// <summary>Tells what becomes of an object that shall be deleted and is not ours.</summary>
    /// <returns><see langword="null"/> if it may be deleted.</returns>
    public AppliedObject? Keep(ResourceKey key, ApplyOptions options) =>
        MayChange(options) ? null
        : options.ForeignObjects == ForeignObjectPolicy.Skip ? new(key, ApplyStatus.Skipped, Wanted(ForeignObject(key, options)))
        : new(key, ApplyStatus.Failed, ForeignObject(key, options));

    /// <summary>Plans to refuse an object, or to skip it where a policy says so.</summary>
    internal static PlannedObject PolicySays(ResourceEntry entry, Diagnostic reason, bool isSkipped) => isSkipped
        ? PlannedObject.Refuse(entry, Wanted(reason)) with { Action = ApplyAction.Skip }
        : PlannedObject.Refuse(entry, reason);

    // Nothing is wrong with what the user chose.
    private static Diagnostic Wanted(Diagnostic reason) => reason with { Severity = DiagnosticSeverity.Info };

    private bool MayChange(ApplyOptions options) => IsOurs(options) || options.ForeignObjects == ForeignObjectPolicy.Adopt;

    private Diagnostic ForeignObject(ResourceKey key, ApplyOptions options) => ApplyChecks.About(
        key,
        ApplyDiagnostics.Foreign.At("", key, this switch
        {
            { Set: { } set } => $"belongs to the set {set}",
            { Managers.Count: 0 } => "nobody knows who wrote it",
            _ => $"was applied by {string.Join(", ", Managers)}, not by {options.FieldManager}",
        }));
}
