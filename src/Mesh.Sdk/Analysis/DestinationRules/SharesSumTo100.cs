using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The shares of localities are all of the traffic.</summary>
internal sealed class SharesSumTo100 : Rule<LocalityDistribute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2275",
        DiagnosticSeverity.Error,
        "The shares of traffic from '{0}' sum up to {1}, and Istio wants 100.",
        "Change the shares in to so that they sum up to 100.");

    public override string VectorId => "LOC-WEIGHT-SUM";

    public override void Check(LocalityDistribute value, Place place)
    {
        long sum = 0;
        foreach ((_, long share) in value.To)
        {
            sum += share;
        }

        if (sum != 100)
        {
            place.Field("to").Report(Descriptor, value.From, sum);
        }
    }
}
