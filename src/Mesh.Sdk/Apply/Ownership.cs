using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>Whose an object is that exists already.</summary>
/// <param name="Set">Id of the set that it is a member of; <see langword="null"/> if it is of none.</param>
/// <param name="Managers">Who applied it.</param>
internal sealed record Ownership(string? Set, IReadOnlyCollection<string> Managers)
{
    /// <summary>The label that names the set of an object.</summary>
    public const string PartOf = "applyset.kubernetes.io/part-of";

    public bool IsOurs(ApplyOptions options) => Set is null ? Managers.Contains(options.FieldManager) : Set == options.Set?.Id;

    /// <summary>Says that an object is not ours.</summary>
    public Diagnostic ForeignObject(ResourceKey key, ApplyOptions options) => ApplyChecks.About(
        key,
        ApplyDiagnostics.Foreign.At("", key, this switch
        {
            { Set: { } set } => $"belongs to the set {set}",
            { Managers.Count: 0 } => "nobody knows who wrote it",
            _ => $"was applied by {string.Join(", ", Managers)}, not by {options.FieldManager}",
        }));

    /// <summary>Plans for an object that is not ours what the policy says.</summary>
    /// <returns><see langword="null"/> if it is ours or becomes ours.</returns>
    public PlannedObject? Plan(ResourceEntry entry, ApplyOptions options) =>
        options.ForeignObjects == ForeignObjectPolicy.Adopt || IsOurs(options)
            ? null
            : PolicySays(entry, ForeignObject(entry.Key, options), options.ForeignObjects == ForeignObjectPolicy.Skip);

    /// <summary>Tells what becomes of an object that shall be deleted and is not ours.</summary>
    /// <returns><see langword="null"/> if it may be deleted.</returns>
    public AppliedObject? Keep(ResourceKey key, ApplyOptions options) =>
        options.ForeignObjects == ForeignObjectPolicy.Adopt || IsOurs(options) ? null
        : options.ForeignObjects == ForeignObjectPolicy.Skip ? new(key, ApplyStatus.Skipped, Wanted(ForeignObject(key, options)))
        : new(key, ApplyStatus.Failed, ForeignObject(key, options));

    /// <summary>Plans to refuse an object, or to skip it where a policy says so.</summary>
    public static PlannedObject PolicySays(ResourceEntry entry, Diagnostic reason, bool isSkipped) => isSkipped
        ? PlannedObject.Refuse(entry, Wanted(reason)) with { Action = ApplyAction.Skip }
        : PlannedObject.Refuse(entry, reason);

    // Nothing is wrong with what the user chose.
    private static Diagnostic Wanted(Diagnostic reason) => reason with { Severity = DiagnosticSeverity.Info };
}
