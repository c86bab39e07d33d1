using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A list keeps to its length.</summary>
internal sealed class ItemCountInBounds : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2005",
        DiagnosticSeverity.Error,
        "The list has {0} items, and the API server accepts {1}.",
        "Give a list of {1} items.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.ItemCount is { } bounds && value.Value.Kind == UntypedKind.List && !bounds.Contains(value.Value.Items.Count))
        {
            place.Report(Descriptor, value.Value.Items.Count, bounds);
        }
    }
}
