using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A panic threshold turns health off just when it matters.</summary>
/// <remarks>Specification 3.2, 5, 6.3.</remarks>
internal sealed class PanicUsesDeadHosts : Rule<OutlierDetection>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2123",
        DiagnosticSeverity.Warning,
        "minHealthPercent is {0}: where fewer than {0} % of the hosts of a priority are healthy and no other priority has room, requests go to dead hosts too, and endpoints that are not ready are left out of the count.",
        "Remove minHealthPercent, or set it to 0, so that unhealthy hosts get nothing.");

    public override void Check(OutlierDetection value, Place place)
    {
        if (value.MinHealthPercent > 0)
        {
            Place field = place.Field("minHealthPercent");
            field.Report(field.RemoveField($"Remove {field.Path}."), Descriptor, value.MinHealthPercent);
        }
    }
}
