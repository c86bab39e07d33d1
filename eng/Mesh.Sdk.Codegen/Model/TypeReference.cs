namespace Mesh.Sdk.Codegen.Model;

/// <summary>The type of a value.</summary>
/// <param name="Shape">What it is made of.</param>
/// <param name="Name">Name of a record or enum.</param>
/// <param name="Item">Type of the items of a list or the values of a map.</param>
public sealed record TypeReference(Shape Shape, string? Name = null, TypeReference? Item = null)
{
    /// <summary>Gets the C# type, without the mark of what may be null.</summary>
    public string Text => Shape switch
    {
        Shape.String => "string",
        Shape.Int32 => "int",
        Shape.Int64 => "long",
        Shape.Double => "double",
        Shape.Boolean => "bool",
        Shape.Duration => "TimeSpan",
        Shape.Time => "DateTimeOffset",
        Shape.IntOrString => "IntOrString",
        Shape.Untyped => "UntypedValue",
        Shape.List => $"EquatableList<{Item!.Text}>",
        Shape.Map => $"EquatableMap<{Item!.Text}>",
        _ => Name!,
    };

    /// <summary>Gets whether unset is a state of the type itself.</summary>
    public bool IsCollection => Shape is Shape.List or Shape.Map;
}
