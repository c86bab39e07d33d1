using System.Collections.Frozen;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Merging;

/// <summary>Reads how values are merged from an OpenAPI schema: <c>x-kubernetes-list-type</c>, <c>-list-map-keys</c> and <c>-map-type</c>.</summary>
internal static class OpenApiMerge
{
    public static MergeSchema Read(UntypedValue schema)
    {
        UntypedValue? additional = schema.Fields["additionalProperties"];
        UntypedValue? items = schema.Fields["items"];
        UntypedFields properties = schema.Fields["properties"]?.Fields ?? default;
        return new()
        {
            IsAtomicMap = schema.Fields["x-kubernetes-map-type"]?.Text == "atomic",
            List = schema.Fields["x-kubernetes-list-type"]?.Text switch
            {
                "set" => ListKind.Set,
                "map" => ListKind.Map,
                _ => ListKind.Atomic,
            },
            Keys = Keys(schema, items).ToEquatableList(),
            Fields = properties.ToFrozenDictionary(p => p.Key, p => Read(p.Value)),
            Items = (items ?? additional) is { Kind: UntypedKind.Map } inner ? Read(inner) : null,
            HasDataKeys = additional is not null || schema.Fields["x-kubernetes-preserve-unknown-fields"]?.Boolean == true,
        };
    }

    private static IEnumerable<KeyValuePair<string, UntypedValue?>> Keys(UntypedValue schema, UntypedValue? items) =>
        (schema.Fields["x-kubernetes-list-map-keys"]?.Items ?? default)
            .Where(k => k.Text is not null)
            .Select(k => KeyValuePair.Create(k.Text!, items?.Fields["properties"]?.Fields[k.Text!]?.Fields["default"]));
}
