using System.Text.Json;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>
/// Tells without asking the server whether applying an object would change nothing: we own exactly the fields that are desired, and each has its
/// value. The shape of lists is read from what we own, so that no schema is needed. In doubt the answer is no.
/// </summary>
internal static class AppliedFields
{
    /// <summary>Returns what an object says beside its kind, name and namespace.</summary>
    public static UntypedFields Of(IResource resource)
    {
        UntypedFields fields = resource is UntypedResource untyped
            ? untyped.Fields
            : UntypedWriter.ToUntyped(resource).Fields.Without("apiVersion").Without("kind").Without("metadata");
        ObjectMeta rest = resource.Metadata with { Name = null, Namespace = null, UnknownFields = resource.Metadata.UnknownFields.Without("managedFields") };
        UntypedValue metadata = UntypedWriter.ToUntyped(rest);
        return metadata.Fields.Count == 0 ? fields : fields.With("metadata", metadata);
    }

    /// <summary>Tells whether nothing would change.</summary>
    /// <param name="owned">The fields that we own, as <c>fieldsV1</c>.</param>
    /// <param name="wanted">What the object shall say, see <see cref="Of"/>.</param>
    /// <param name="live">What the object says.</param>
    /// <param name="schema">What is known of the kind: the defaults of keys.</param>
    public static bool AreCurrent(UntypedValue owned, UntypedFields wanted, UntypedFields live, MergeSchema schema) =>
        IsCurrentMap(owned.Fields, wanted, live, schema);

    private static bool IsCurrent(UntypedFields owned, UntypedValue desired, UntypedValue? live, MergeSchema schema) =>
        live is not null
        && (CountOf(owned) == 0 ? desired.Equals(live)
            : desired.Kind != live.Kind ? false
            : desired.Kind == UntypedKind.Map ? IsCurrentMap(owned, desired.Fields, live.Fields, schema)
            : desired.Kind == UntypedKind.List && AreCurrentItems(owned, desired.Items, live.Items, schema));

    private static bool IsCurrentMap(UntypedFields owned, UntypedFields desired, UntypedFields live, MergeSchema schema)
    {
        if (CountOf(owned) != desired.Count)
        {
            return false;
        }

        foreach ((string name, UntypedValue value) in desired)
        {
            if (owned[FieldElement.Field(name)] is not { } inner || !IsCurrent(inner.Fields, value, live[name], schema.Field(name)))
            {
                return false;
            }
        }

        return true;
    }

    // Items are in the desired order, though others may stand between them.
    private static bool AreCurrentItems(UntypedFields owned, EquatableList<UntypedValue> desired, EquatableList<UntypedValue> live, MergeSchema schema)
    {
        int[] places = new int[desired.Count];
        Array.Fill(places, -1);
        foreach ((string element, UntypedValue inner) in owned)
        {
            if (element == ".")
            {
                continue;
            }

            Func<UntypedValue, bool>? isMeant = Matching(element, schema);
            int wanted = isMeant is null ? -1 : IndexOf(desired, isMeant);
            int present = isMeant is null ? -1 : IndexOf(live, isMeant);
            if (wanted < 0 || present < 0 || !IsCurrentItem(element, inner.Fields, desired[wanted], live[present], schema))
            {
                return false;
            }

            places[wanted] = present;
        }

        return CountOf(owned) == desired.Count && places.Zip(places.Skip(1)).All(p => p.First < p.Second);
    }

    private static bool IsCurrentItem(string element, UntypedFields owned, UntypedValue desired, UntypedValue live, MergeSchema schema) =>
        element[0] == 'v' || IsCurrentMap(owned, desired.Fields, live.Fields, schema.Items ?? MergeSchema.Unknown);

    private static Func<UntypedValue, bool>? Matching(string element, MergeSchema schema)
    {
        try
        {
            UntypedValue key = JsonTree.Parse(element[2..]);
            return element[0] switch
            {
                'v' => key.Equals,
                'k' => item => HasKey(item, key, schema),
                _ => null,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int IndexOf(EquatableList<UntypedValue> items, Func<UntypedValue, bool> isMeant)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (isMeant(items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasKey(UntypedValue item, UntypedValue key, MergeSchema list)
    {
        foreach ((string name, UntypedValue value) in key.Fields)
        {
            UntypedValue? given = item.Fields[name] ?? list.Keys.FirstOrDefault(k => k.Key == name).Value;
            if (!value.Equals(given))
            {
                return false;
            }
        }

        return key.Kind == UntypedKind.Map;
    }

    private static int CountOf(UntypedFields owned) => owned.Count - (owned["."] is null ? 0 : 1);
}
