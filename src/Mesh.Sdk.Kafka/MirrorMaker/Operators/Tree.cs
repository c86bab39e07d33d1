using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Values of objects, put together field by field.</summary>
internal static class Tree
{
    /// <summary>Makes a map of the fields that have a value.</summary>
    public static UntypedValue Map(params IEnumerable<(string Name, UntypedValue? Value)> fields) =>
        UntypedValue.From(new UntypedFields(fields.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Name, f.Value!))));

    /// <summary>Makes a map of texts.</summary>
    public static UntypedValue Texts(IEnumerable<KeyValuePair<string, string>> texts) => Map(texts.Select(t => (t.Key, (UntypedValue?)t.Value)));

    /// <summary>Makes a list.</summary>
    public static UntypedValue List(IEnumerable<UntypedValue> items) => UntypedValue.From(items.ToEquatableList());
}
