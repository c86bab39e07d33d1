using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>A property to generate.</summary>
public sealed record Property
{
    /// <summary>Gets the name in manifests.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the name in C#.</summary>
    public required string Name { get; init; }

    public required TypeReference Type { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Gets the place of the field, such as <c>spec.http[].route</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the kind or type the place is in.</summary>
    public required string Owner { get; init; }

    public required Schema Schema { get; init; }

    public required FieldEntry Entry { get; init; }

    /// <summary>Gets whether zero stands for an absent value, as in Protocol Buffers.</summary>
    public required bool IsZeroUnset { get; init; }

    /// <summary>Gets whether an absent value is held as the type's zero value.</summary>
    public bool IsNeverNull => IsRequired
        && (Type.Shape == Shape.String || (IsZeroUnset && Type.Shape is Shape.Int32 or Shape.Int64 or Shape.Double or Shape.Boolean));
}
