using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A text is one of those that are allowed.</summary>
internal sealed class TextIsOneOfThose : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2007",
        DiagnosticSeverity.Error,
        "'{0}' is none of the values that the API server accepts.",
        "Give one of {1}.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.Enum.Length > 0 && value.Value.Text is { } text && !value.Node.Enum.Contains(text, StringComparer.Ordinal))
        {
            place.Report(Descriptor, text, string.Join(", ", value.Node.Enum));
        }
    }
}
