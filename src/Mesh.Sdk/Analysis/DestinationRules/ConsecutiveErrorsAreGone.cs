using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>The old counter of errors has no effect.</summary>
internal sealed class ConsecutiveErrorsAreGone : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2246",
        DiagnosticSeverity.Warning,
        "consecutiveErrors is {0}, and Istio ignores it since 1.7.",
        "Set consecutiveGatewayErrors or consecutive5xxErrors instead.");

    public override string VectorId => "OD-CONSECUTIVE-ERRORS-DEPRECATED";

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.ConsecutiveErrors is { } errors && errors != 0)
        {
            place.Field("consecutiveErrors").Report(Descriptor, errors);
        }
    }
}
