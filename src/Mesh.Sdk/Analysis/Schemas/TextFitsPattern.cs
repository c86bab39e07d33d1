using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A text fits the pattern of its field.</summary>
internal sealed class TextFitsPattern : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2008",
        DiagnosticSeverity.Error,
        "'{0}' does not fit the pattern {1} that the API server demands.",
        "Give a text that fits the pattern.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.Pattern is { } pattern && value.Value.Text is { } text && !pattern.IsMatch(text))
        {
            // As the CRD writes it: Go's $ is .NET's \z.
            place.Report(Descriptor, text, pattern.ToString().Replace(@"\z", "$", StringComparison.Ordinal));
        }
    }
}
