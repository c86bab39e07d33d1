using Mesh.Sdk.Codegen.Input;

namespace Mesh.Sdk.Codegen.Model;

/// <summary>Finds the C# shape of values that are neither records nor collections.</summary>
internal static class Scalars
{
    public static Shape ShapeOf(Schema schema) => schema switch
    {
        { IsIntOrString: true } => Shape.IntOrString,
        { IsDuration: true } => Shape.Duration,
        { Type: "string", Format: "date-time" } => Shape.Time,
        { Type: "string" } => Shape.String,
        { Type: "boolean" } => Shape.Boolean,
        { Type: "number" } => Shape.Double,
        { Type: "integer", Format: "int32" } => Shape.Int32,
        { Type: "integer", Value.Maximum: <= int.MaxValue } => Shape.Int32,
        { Type: "integer" } => Shape.Int64,
        _ => Shape.Untyped,
    };
}
