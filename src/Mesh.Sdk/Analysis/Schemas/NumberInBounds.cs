using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A number keeps to its bounds.</summary>
internal sealed class NumberInBounds : Rule<SchemaValue>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2003",
        DiagnosticSeverity.Error,
        "{0} is outside of {1}, which the API server accepts.",
        "Give a number of {1}.");

    public override void Check(SchemaValue value, Place place)
    {
        if (value.Node.Number is { } bounds && value.Value.AsNumber() is { } number && !bounds.Contains(number))
        {
            place.Report(Descriptor, value.Value.Number, bounds);
        }
    }
}
