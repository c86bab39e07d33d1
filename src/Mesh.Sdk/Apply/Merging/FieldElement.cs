using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>
/// One step of a path, written as <c>FieldsV1</c> writes it: <c>f:name</c> for a field, <c>k:{"port":80}</c> for an item found by its keys,
/// <c>v:"value"</c> for a value of a set.
/// </summary>
internal static class FieldElement
{
    public static string Field(string name) => $"f:{name}";

    /// <summary>Returns the step to an item of a list that is not atomic; <see langword="null"/> if the item has no key.</summary>
    public static string? Item(UntypedValue item, MergeSchema list) => list.List == ListKind.Set ? $"v:{Json(item)}" : Keyed(item, list);

    /// <summary>Adds a step to a path for people, such as <c>spec.containers[name="app"].image</c>.</summary>
    public static string Append(string path, string element) => (element[0], element[2..]) switch
    {
        ('f', var name) when name.AsSpan().ContainsAny('.', '/', '[') => $"{path}[{name}]",
        ('f', var name) => path.Length == 0 ? name : $"{path}.{name}",
        ('k', var keys) => $"{path}[{string.Join(',', Keys(keys))}]",
        ('v', var value) => $"{path}[={value}]",
        (_, var index) => $"{path}[{index}]",
    };

    public static string Json(UntypedValue value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter json = new(buffer))
        {
            value.WriteTo(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string? Keyed(UntypedValue item, MergeSchema list)
    {
        List<KeyValuePair<string, UntypedValue>> keys = [];
        foreach ((string name, UntypedValue? fallback) in list.Keys)
        {
            if ((item.Fields[name] ?? fallback) is { } value)
            {
                keys.Add(new(name, value));
            }
        }

        return keys.Count == 0 ? null : $"k:{Json(UntypedValue.From(new UntypedFields(keys.OrderBy(k => k.Key, StringComparer.Ordinal))))}";
    }

    private static IEnumerable<string> Keys(string json)
    {
        UntypedValue keys = JsonTree.Parse(json);
        foreach ((string name, UntypedValue value) in (IEnumerable<KeyValuePair<string, UntypedValue>>)keys.Fields)
        {
            yield return $"{name}={Json(value)}";
        }
    }
}
