using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A delay is a duration that Istio accepts.</summary>
internal sealed class DelayIsDuration : Rule<HttpFaultDelay>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2346",
        DiagnosticSeverity.Error,
        "fixedDelay is {0}, and Istio accepts at least 1 ms and a whole number of ms.",
        "Give such a duration.");

    public override string VectorId => "VS-FAULT-DELAY";

    public override void Check(HttpFaultDelay value, Place place)
    {
        if (value.FixedDelay is { } delay && !IstioDuration.IsAccepted(delay))
        {
            place.Field("fixedDelay").Report(Descriptor, IstioDuration.ToText(delay));
        }
    }
}
