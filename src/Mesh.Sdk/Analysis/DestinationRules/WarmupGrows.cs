using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Warming up grows.</summary>
internal sealed class WarmupGrows : Rule<WarmupConfiguration>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2271",
        DiagnosticSeverity.Error,
        "aggression of warmup is {0}, and Istio wants more than 0.",
        "Set warmup.aggression above 0; 1 grows evenly.");

    public override string VectorId => "LB-WARMUP-AGGRESSION";

    public override void Check(WarmupConfiguration value, Place place)
    {
        if (value.Aggression is { } aggression && !(aggression > 0))
        {
            place.Field("aggression").Report(Descriptor, aggression);
        }
    }
}
