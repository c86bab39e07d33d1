using System.Text.Json.Nodes;

namespace Mesh.Sdk.Conformance;

/// <summary>Knows how to run the cases of one vector file.</summary>
public interface IVectorSet
{
    /// <summary>Gets the name of the file without ending, which is also its suite.</summary>
    string Name { get; }

    /// <summary>Gets how far numbers may be off.</summary>
    double Tolerance => 0;

    /// <summary>Gets the property of the file that holds the cases.</summary>
    string CasesProperty => "cases";

    /// <summary>Gets the property of a case that holds what is expected.</summary>
    string ExpectedProperty => "expected";

    /// <summary>Gets what is expected, where it is not one property.</summary>
    JsonNode? ExpectedOf(VectorCase vector) => JsonComparison.ToNode(vector[ExpectedProperty]);

    /// <summary>Computes what the SDK makes of a case, in the shape of what is expected. An exception fails the case.</summary>
    JsonNode? Compute(VectorCase vector);

    /// <summary>Brings what is expected into the shape that <see cref="Compute"/> gives, where order or spelling is free.</summary>
    JsonNode? Normalize(JsonNode? expected, VectorCase vector) => expected;
}
