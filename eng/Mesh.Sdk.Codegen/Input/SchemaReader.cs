using YamlDotNet.RepresentationModel;

namespace Mesh.Sdk.Codegen.Input;

/// <summary>Reads an OpenAPI schema. Descriptions are read only where they are ours.</summary>
internal static class SchemaReader
{
    public static Schema Read(YamlMappingNode node, bool isOurs) => new()
    {
        Type = node.TextOrNull("type"),
        Format = node.TextOrNull("format"),
        Reference = node.TextOrNull("$ref"),
        Description = isOurs ? node.TextOrNull("description") : null,
        Default = isOurs ? node.TextOrNull("default") : null,
        Properties = node.Get("properties") is YamlMappingNode properties
            ? [.. properties.Entries().Select(e => KeyValuePair.Create(e.Key, Read((YamlMappingNode)e.Value, isOurs)))]
            : [],
        Required = node.Texts("required"),
        Items = node.Get("items") is YamlMappingNode items ? Read(items, isOurs) : null,
        Values = node.Get("additionalProperties") is YamlMappingNode values ? Read(values, isOurs) : null,
        Enum = node.Texts("enum"),
        Unions = [.. ReadUnions(node)],
        Value = new(node.Number("minimum"), node.Number("maximum")),
        Length = new(node.Number("minLength"), node.Number("maxLength")),
        Count = new(node.Number("minItems") ?? node.Number("minProperties"), node.Number("maxItems") ?? node.Number("maxProperties")),
        Pattern = node.TextOrNull("pattern"),
        IsDuration = node.TextOrNull("format") == "duration"
            || node.Maps("x-kubernetes-validations").Any(rule => rule.Text("rule").Contains("duration(self)", StringComparison.Ordinal)),
        IsIntOrString = node.IsTrue("x-kubernetes-int-or-string"),
    };

    private static IEnumerable<Union> ReadUnions(YamlMappingNode node)
    {
        if (node.Get("type") is null)
        {
            yield break;
        }

        foreach (YamlMappingNode owner in node.Maps("allOf").Prepend(node))
        {
            string[] fields = [.. owner.Maps("oneOf").SelectMany(choice => choice.Texts("required"))];
            if (fields.Length > 1)
            {
                yield return new Union(fields, owner.Maps("oneOf").Any(choice => choice.Get("not") is not null));
            }
        }
    }
}
