using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A text keeps to its length.</summary>
internal sealed class TextLengthInBounds : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2004",
        DiagnosticSeverity.Error,
        "The text has {0} characters, and the API server accepts {1}.",
        "Give a text of {1} characters.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.Length is { } bounds && value.Value.Text is { } text && SchemaMatching.LengthOf(text) is var length && !bounds.Contains(length))
        {
            place.Report(Descriptor, length, bounds);
        }
    }
}
