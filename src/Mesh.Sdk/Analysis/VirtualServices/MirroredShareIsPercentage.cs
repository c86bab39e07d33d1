using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The share of requests that is copied is a percentage.</summary>
internal sealed class MirroredShareIsPercentage : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2316",
        DiagnosticSeverity.Error,
        "{0} percent of the requests are mirrored, and Istio accepts 0 to 100.",
        "Give a percentage of 0 to 100.");

    public override string VectorId => "VS-MIRROR-PERCENT";

    public override void Check(HttpRoute value, Place place)
    {
        Check(value.MirrorPercent ?? value.MirrorPercentSnakeCase, place.Field("mirrorPercent"));
        Check(value.MirrorPercentage?.Value, place.Field("mirrorPercentage"));
        for (int i = 0; i < value.Mirrors.Count; i++)
        {
            if (value.Mirrors[i] is { Destination: not null } mirror)
            {
                Check(mirror.Percentage?.Value, place.Field("mirrors").Item(i).Field("percentage"));
            }
        }
    }

    private void Check(double? percent, Place place)
    {
        if (percent is < 0 or > 100)
        {
            place.Report(Descriptor, percent);
        }
    }
}
