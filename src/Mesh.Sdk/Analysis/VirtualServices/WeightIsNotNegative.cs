using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A weight is not negative.</summary>
internal sealed class WeightIsNotNegative : Rule<WeightedDestination>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2379",
        DiagnosticSeverity.Error,
        "The weight is {0}, and weights can't be negative.",
        "Give 0 for no traffic, or a larger number.");

    public override string VectorId => "VS-WEIGHT-NEGATIVE";

    public override void Check(WeightedDestination value, Place place)
    {
        if (value.Weight is < 0)
        {
            place.Field("weight").Report(Descriptor, value.Weight);
        }
    }
}
