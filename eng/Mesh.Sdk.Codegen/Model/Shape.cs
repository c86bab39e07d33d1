namespace Mesh.Sdk.Codegen.Model;

/// <summary>What a value is made of.</summary>
public enum Shape
{
    String,
    Int32,
    Int64,
    Double,
    Boolean,
    Duration,
    Time,
    IntOrString,
    Untyped,
    Enum,
    Record,
    List,
    Map,
}
