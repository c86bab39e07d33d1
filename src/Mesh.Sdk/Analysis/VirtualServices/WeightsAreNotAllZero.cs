using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Of several destinations, one gets traffic.</summary>
internal sealed class WeightsAreNotAllZero : Rule<IReadOnlyList<WeightedDestination?>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2380",
        DiagnosticSeverity.Error,
        "The route has {0} destinations, and their weights total 0.",
        "Give 'weight' to those that shall get traffic.");

    public override string VectorId => "VS-WEIGHT-ZERO-SUM";

    public override void Check(IReadOnlyList<WeightedDestination?> value, Place place)
    {
        if (value.Count > 1 && value.Sum(d => (long)(d?.Weight ?? 0)) == 0)
        {
            place.Report(Descriptor, value.Count);
        }
    }
}
