using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Region, zone and sub-zone of a locality are given, or left out from the end.</summary>
internal sealed class LocalityHasNoEmptyPart : Rule<ListedLocality>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2277",
        DiagnosticSeverity.Error,
        "The locality '{0}' has an empty region, zone or sub-zone.",
        "Give region, region/zone or region/zone/subzone.");

    public override string VectorId => "LOC-EMPTY-PART";

    public override void Check(ListedLocality value, Place place)
    {
        if (!LocalityTable.TrySplit(value.Text, out _))
        {
            place.Report(Descriptor, value.Text);
        }
    }
}
