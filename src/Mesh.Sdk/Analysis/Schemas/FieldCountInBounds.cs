using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A map keeps to its number of entries.</summary>
internal sealed class FieldCountInBounds : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2006",
        DiagnosticSeverity.Error,
        "The map has {0} entries, and the API server accepts {1}.",
        "Give a map of {1} entries.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.FieldCount is { } bounds && value.Value.Kind == UntypedKind.Map && !bounds.Contains(value.Value.Fields.Count))
        {
            place.Report(Descriptor, value.Value.Fields.Count, bounds);
        }
    }
}
