using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The field mirrorPercent is superseded.</summary>
internal sealed class MirrorPercentIsGone : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2317",
        DiagnosticSeverity.Warning,
        "The share of mirrored requests is given as 'mirrorPercent', which is deprecated.",
        "Give it as 'mirrorPercentage' with 'value: {0}'.");

    public override string VectorId => "VS-MIRROR-PERCENT-DEPRECATED";

    public override void Check(HttpRoute value, Place place)
    {
        if ((value.MirrorPercent ?? value.MirrorPercentSnakeCase) is { } percent)
        {
            place.Field("mirrorPercent").Report(Descriptor, percent);
        }
    }
}
