using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>What a plan says of an object that exists, once it is known what server-side apply would make of it.</summary>
internal static class ServerSidePlan
{
    public static PlannedObject Of(ResourceEntry entry, ManagedObject live, MergeOutcome outcome, ApplyOptions options, MergeSchema schema)
    {
        EquatableList<PlannedField> fields = Fields(entry.Key, live, outcome, schema).ToEquatableList();
        if (outcome.Conflicts.Count > 0 && options.Conflicts != ConflictPolicy.TakeOver)
        {
            PlannedObject planned = Ownership.PolicySays(entry, Conflict(entry.Key, outcome.Conflicts), options.Conflicts == ConflictPolicy.Skip);
            return planned with { Fields = fields.Where(f => f.Owners.IsSet).ToEquatableList() };
        }

        return PlannedObject.Change(entry, fields, HasSameOwners(live, outcome.Object));
    }

    private static IEnumerable<PlannedField> Fields(ResourceKey key, ManagedObject live, MergeOutcome outcome, MergeSchema schema) =>
        from change in FieldDiff.Between(live.Tree, outcome.Object.Tree, schema)
        let owners = outcome.Conflicts.Where(c => IsAbout(c.Path, change.Path)).Select(c => c.Manager).Distinct()
        select SecretFields.Plan(key, change, owners);

    private static bool HasSameOwners(ManagedObject before, ManagedObject after) =>
        before.Managers.Count == after.Managers.Count
        && before.Managers.All(m => after.Managers.TryGetValue(m.Key, out FieldSet? fields) && fields.Equals(m.Value));

    // A conflict is about the smallest part that changes, about something in it, or about the whole of a value that has one owner.
    private static bool IsAbout(string conflict, string change) => IsInside(conflict, change) || IsInside(change, conflict);

    private static bool IsInside(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');

    /// <summary>Says who owns the fields in conflict.</summary>
    public static Diagnostic Conflict(ResourceKey key, IEnumerable<FieldConflict> conflicts)
    {
        IEnumerable<string> fields = conflicts.GroupBy(c => c.Manager).Select(g => $"{string.Join(", ", g.Select(c => c.Path))} (of {g.Key})");
        return ApplyChecks.About(key, ApplyDiagnostics.Conflict.At("", key, string.Join("; ", fields)));
    }
}
