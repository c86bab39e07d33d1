using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>
/// Server-side apply as Kubernetes does it (sigs.k8s.io/structured-merge-diff, merge/update.go): merge what is desired, remove what the manager
/// applied before, not now, and nobody else owns, and find the fields that others own and that would change.
/// </summary>
internal static class ServerSideMerge
{
    /// <summary>Applies an object.</summary>
    /// <param name="live">What is there.</param>
    /// <param name="desired">What the manager wants; see <see cref="ServerFields.Without"/>.</param>
    /// <param name="manager">Name of the manager.</param>
    /// <param name="schema">How the kind is merged.</param>
    public static MergeOutcome Apply(ManagedObject live, UntypedValue desired, string manager, MergeSchema schema)
    {
        FieldSet before = live.Managers.GetValueOrDefault(manager) ?? FieldSet.Empty;
        FieldSet now = OwnedFields.Of(desired, schema);
        FieldSet owned = live.Managers.Where(m => m.Key != manager).Aggregate(now, (all, m) => all.Union(m.Value));
        UntypedValue merged = TreeMerge.Merge(live.Tree, desired, schema);
        UntypedValue after = TreeRemoval.Remove(merged, before.WithParents(schema).Except(owned.WithParents(schema)), schema);

        List<FieldConflict> conflicts = [];
        var managers = live.Managers.SetItem(manager, now);
        foreach ((string other, FieldSet fields) in live.Managers.Where(m => m.Key != manager))
        {
            FieldSet left = Left(fields, live.Tree, after, schema, "", path => conflicts.Add(new(path, other)));

            // Unlike a server, this remembers who applied an object that has nothing but a name.
            managers = left.IsEmpty && !fields.IsEmpty ? managers.Remove(other) : managers.SetItem(other, left);
        }

        return new(new(after, managers), conflicts);
    }

    // What another manager keeps: neither what changed, which is a conflict, nor what went.
    private static FieldSet Left(FieldSet fields, UntypedValue? live, UntypedValue? after, MergeSchema schema, string path, Action<string> conflict)
    {
        List<KeyValuePair<string, FieldSet>> left = [];
        Steps before = new(live, schema);
        Steps behind = new(after, schema);
        foreach ((string element, FieldSet inner) in fields.Children)
        {
            MergeSchema innerSchema = element[0] == 'f' ? schema.Field(element[2..]) : schema.Items ?? MergeSchema.Unknown;
            (UntypedValue? old, UntypedValue? value) = (before[element], behind[element]);
            string place = FieldElement.Append(path, element);
            bool isKept = inner.IsMember && value is not null && !Changes(old, value, innerSchema);
            if (inner.IsMember && value is not null && !isKept)
            {
                conflict(place);
            }

            left.Add(new(element, FieldSet.Of(isKept, Left(inner, old, value, innerSchema, place, conflict).Children)));
        }

        return FieldSet.Of(false, left);
    }

    private static bool Changes(UntypedValue? before, UntypedValue after, MergeSchema schema) =>
        before is null || ((schema.IsLeaf(before) || schema.IsLeaf(after)) && !before.Equals(after));

    /// <summary>The parts of a value by the step that leads to them.</summary>
    private readonly struct Steps(UntypedValue? value, MergeSchema schema)
    {
        private readonly Dictionary<string, UntypedValue>? _items = value is { Kind: UntypedKind.List } && schema.List != ListKind.Atomic
            ? value.Items.DistinctBy(i => FieldElement.Item(i, schema) ?? "").ToDictionary(i => FieldElement.Item(i, schema) ?? "")
            : null;

        public UntypedValue? this[string element] =>
            element[0] == 'f' ? value?.Fields[element[2..]] : _items?.GetValueOrDefault(element);
    }
}
