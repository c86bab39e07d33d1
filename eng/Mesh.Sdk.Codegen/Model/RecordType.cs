using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>A record to generate.</summary>
public sealed record RecordType
{
    public required string Name { get; init; }

    /// <summary>Gets a description of one sentence.</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<Property> Properties { get; init; }

    public IReadOnlyList<Union> Unions { get; init; } = [];

    /// <summary>Gets the kind; <see langword="null"/> for a value inside a kind.</summary>
    public KindSchema? Kind { get; init; }

    public bool IsPartial { get; init; }
}
