using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The timeout is a duration that Istio accepts.</summary>
internal sealed class TimeoutIsDuration : Rule<HttpRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2319",
        DiagnosticSeverity.Error,
        "timeout is {0}, and Istio accepts at least 1 ms and a whole number of ms.",
        "Give such a duration, or leave 'timeout' out for no limit.");

    public override string VectorId => "VS-TIMEOUT";

    public override void Check(HttpRoute value, Place place)
    {
        if (value.Timeout is { } timeout && !IstioDuration.IsAccepted(timeout))
        {
            place.Field("timeout").Report(Descriptor, IstioDuration.ToText(timeout));
        }
    }
}
