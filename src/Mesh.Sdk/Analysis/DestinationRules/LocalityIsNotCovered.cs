using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>A locality is not part of one that stands before it.</summary>
internal sealed class LocalityIsNotCovered : Rule<ListedLocality>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2278",
        DiagnosticSeverity.Error,
        "The locality '{0}' overlaps one that stands before it.",
        "Remove the locality, or put the narrower one first.");

    public override string VectorId => "LOC-OVERLAP";

    public override void Check(ListedLocality value, Place place)
    {
        if (value.Before.Covers(value.Text))
        {
            place.Report(Descriptor, value.Text);
        }
    }
}
