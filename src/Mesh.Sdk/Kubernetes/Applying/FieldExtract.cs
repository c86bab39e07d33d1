using System.Text.Json;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Takes owned fields out of an object, so that applying them makes the same manager own them again.</summary>
internal static class FieldExtract
{
    /// <summary>Returns what the fields of a set hold, with the keys of the list items they are in.</summary>
    public static UntypedValue? From(UntypedValue live, FieldSet fields)
    {
        if (fields.Children.Count == 0)
        {
            return live;
        }

        return live.Kind switch
        {
            UntypedKind.Map => UntypedValue.From(new UntypedFields(
                from field in live.Fields
                let inner = fields.Child(FieldElement.Field(field.Key))
                where inner is not null
                let value = From(field.Value, inner)
                where value is not null
                select KeyValuePair.Create(field.Key, value))),
            UntypedKind.List => UntypedValue.From(live.Items.SelectMany(item => Item(item, fields)).ToEquatableList()),
            _ => live,
        };
    }

    private static IEnumerable<UntypedValue> Item(UntypedValue item, FieldSet fields)
    {
        foreach ((string element, FieldSet inner) in fields.Children)
        {
            if (KeyOf(element) is not { } key)
            {
                continue;
            }

            if (element[0] == 'v' && key.Equals(item))
            {
                yield return item;
            }
            else if (element[0] == 'k' && HasKey(item, key))
            {
                UntypedFields owned = inner.Children.Count == 0 ? default : From(item, inner)!.Fields;
                yield return UntypedValue.From(new UntypedFields(key.Fields.Concat(owned.Where(f => key.Fields[f.Key] is null))));
            }
        }
    }

    private static bool HasKey(UntypedValue item, UntypedValue key) => key.Fields.All(k => k.Value.Equals(item.Fields[k.Key]));

    private static UntypedValue? KeyOf(string element)
    {
        try
        {
            return JsonTree.Parse(element[2..]);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
