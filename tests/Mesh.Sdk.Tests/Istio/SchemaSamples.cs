using Mesh.Sdk.Codegen.Input;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Istio;

/// <summary>Makes a value for a schema in which every field is set.</summary>
internal sealed class SchemaSamples(IEnumerable<Definition> definitions)
{
    private readonly Dictionary<string, Schema> _schemas = definitions.ToDictionary(d => d.Name, d => d.Schema);

    public UntypedValue Object(Definition definition)
    {
        KindSchema kind = definition.Kind!;
        UntypedFields fields = Fields(definition.Schema with { Properties = [.. definition.Schema.Properties.Where(p => p.Key is not ("apiVersion" or "kind" or "metadata"))] });
        return Map(
        [
            new("apiVersion", kind.Group.Length == 0 ? kind.Version : $"{kind.Group}/{kind.Version}"),
            new("kind", kind.Name),
            new("metadata", Map([new("name", "sample"), new("namespace", "backyards-demo"), new("labels", Map([new("app", "frontpage")]))])),
            .. fields,
        ]);
    }

    private UntypedFields Fields(Schema schema) =>
        new(schema.Properties.Select(p => KeyValuePair.Create(p.Key, Value(p.Key, p.Value))).Append(new("unknownToTheSchema", Map([new("kept", true)]))));

    private static UntypedValue Map(IEnumerable<KeyValuePair<string, UntypedValue>> fields) => UntypedValue.From(new UntypedFields(fields));

    private UntypedValue Value(string name, Schema schema) => schema switch
    {
        { Reference: nameof(ObjectMeta) } => Map([new("labels", Map([new("app", "frontpage")]))]),
        { Reference: nameof(SecretText) } => "aHVudGVyMg==",
        { Reference: { } reference } => UntypedValue.From(Fields(_schemas[reference])),
        { IsRecord: true } => UntypedValue.From(Fields(schema)),
        { Items: { } items } => UntypedValue.From([Value(name, items), Value(name, items)]),
        { Values: { } values } => Map([new("a", Value(name, values)), new("b", Value(name, values))]),
        { IsEnum: true } => schema.Enum[^1],
        { IsDuration: true } => "1m30s",
        { Format: "date-time" } => "2020-10-09T12:00:00Z",
        { Type: "string" } => name is "ttl" or "idleTimeout" or "budgetInterval" || name.StartsWith("weight", StringComparison.Ordinal) ? "1h" : "text",
        { Type: "integer" } => (long)(schema.Value.Maximum ?? 7),
        { Type: "number" } => UntypedValue.FromNumber("0.5"),
        { Type: "boolean" } => false,
        { IsIntOrString: true } => "80%",
        _ => Map([new("any", "thing")]),
    };
}
