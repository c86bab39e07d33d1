using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Gateway errors are 5xx as well, and the detector of those stays on unless told otherwise.</summary>
/// <remarks>Specification 7.2.</remarks>
internal sealed class DefaultDetectorIsFaster : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2127",
        DiagnosticSeverity.Warning,
        "consecutiveGatewayErrors is {0}, but consecutive5xxErrors is unset and so 5: gateway errors count there too, and 5 in a row eject before {0} do.",
        "Set consecutive5xxErrors to 0 to count gateway errors only, or to the number that is meant.");

    private const int Default5xx = 5;

    public override void Check(OutlierDetection value, Place place)
    {
        if (value is { ConsecutiveGatewayErrors: > Default5xx, Consecutive5xxErrors: null })
        {
            Place field = place.Field("consecutive5xxErrors");
            place.Field("consecutiveGatewayErrors").Report(field.SetField(0, $"Set {field.Path} to 0."), Descriptor, value.ConsecutiveGatewayErrors);
        }
    }
}
