using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply;

/// <summary>Makes the fields of a plan, without values that are secret.</summary>
internal static class SecretFields
{
    // All else of a Secret may be secret: its data, and annotations that repeat it.
    private static readonly string[] Shown = ["type", "immutable", "metadata.labels", "metadata.finalizers", "metadata.ownerReferences"];

    private const string Mask = "***";

    public static PlannedField Plan(ResourceKey key, FieldChange change, IEnumerable<string> owners) => IsHidden(key, change)
        ? new() { Path = change.Path, IsHidden = true, Owners = owners.ToEquatableListOrUnset() }
        : new() { Path = change.Path, Before = change.Before, After = change.After, Owners = owners.ToEquatableListOrUnset() };

    public static bool IsSecret(ResourceKey key) => key is { Group: "", Kind: "Secret" };

    /// <summary>Returns a Secret with <c>***</c> for every value, those of annotations included, in which tools keep copies of it.</summary>
    public static IResource Masked(IResource secret)
    {
        UntypedValue tree = UntypedWriter.ToUntyped(secret);
        foreach (string field in new[] { "data", "stringData" })
        {
            if (tree.Fields[field] is { } values)
            {
                tree = tree.Put([field], UntypedValue.From(new UntypedFields(values.Fields.Select(v => KeyValuePair.Create(v.Key, UntypedValue.From(Mask))))));
            }
        }

        return new UntypedResource
        {
            Type = secret.Type,
            Metadata = secret.Metadata with { Annotations = secret.Metadata.Annotations.Select(a => KeyValuePair.Create(a.Key, Mask)).ToEquatableMap() },
            Fields = new(tree.Fields.Where(f => f.Key is not ("apiVersion" or "kind" or "metadata"))),
        };
    }

    private static bool IsHidden(ResourceKey key, FieldChange change) => IsSecret(key)
        ? !Shown.Any(shown => change.Path.StartsWith(shown, StringComparison.Ordinal) && (change.Path.Length == shown.Length || change.Path[shown.Length] is '.' or '['))
        : PlainSecrets.In(change.Path, change.Before) || PlainSecrets.In(change.Path, change.After);
}
