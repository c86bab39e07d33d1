using System.Text.RegularExpressions;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>What a CRD demands of one value.</summary>
internal sealed class SchemaNode
{
    public string? Type { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>Gets whether fields without schema are kept.</summary>
    public bool IsOpen { get; init; }

    public string[] Required { get; init; } = [];

    public string[] Enum { get; init; } = [];

    public Regex? Pattern { get; init; }

    public SchemaBounds? Number { get; init; }

    public SchemaBounds? Length { get; init; }

    public SchemaBounds? ItemCount { get; init; }

    public SchemaBounds? FieldCount { get; init; }

    /// <summary>Gets the fields that tell the items of a list apart.</summary>
    public string[] ListKeys { get; init; } = [];

    public CelRule[] CelRules { get; init; } = [];

    /// <summary>Gets what the CEL rules are about, each once.</summary>
    public CelSubject[] CelSubjects { get; init; } = [];

    public Dictionary<string, SchemaNode> Fields { get; init; } = [];

    public SchemaNode? Item { get; init; }

    /// <summary>Gets the schema of the values of a map.</summary>
    public SchemaNode? Value { get; init; }

    public SchemaNode? Not { get; init; }

    public SchemaNode[] All { get; init; } = [];

    public SchemaNode[] Any { get; init; } = [];

    public SchemaNode[] One { get; init; } = [];
}
