namespace Mesh.Sdk.Codegen.Input;

/// <summary>The part of an OpenAPI schema that code is made from.</summary>
public sealed record Schema
{
    public string? Type { get; init; }

    public string? Format { get; init; }

    /// <summary>Gets the name of another definition that stands here.</summary>
    public string? Reference { get; init; }

    /// <summary>Gets a description of our own; those of CRDs are not read.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the default as our own files state it.</summary>
    public string? Default { get; init; }

    public IReadOnlyList<KeyValuePair<string, Schema>> Properties { get; init; } = [];

    public IReadOnlyList<string> Required { get; init; } = [];

    public Schema? Items { get; init; }

    public Schema? Values { get; init; }

    public IReadOnlyList<string> Enum { get; init; } = [];

    public IReadOnlyList<Union> Unions { get; init; } = [];

    public Bounds Value { get; init; } = new(null, null);

    public Bounds Length { get; init; } = new(null, null);

    public Bounds Count { get; init; } = new(null, null);

    public string? Pattern { get; init; }

    public bool IsDuration { get; init; }

    public bool IsIntOrString { get; init; }

    public bool IsRecord => Properties.Count > 0;

    public bool IsEnum => Type == "string" && Enum.Count > 0;
}
