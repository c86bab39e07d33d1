using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Times of retries are durations that Istio accepts.</summary>
internal sealed class RetryTimesAreDurations : Rule<HttpRetry>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2367",
        DiagnosticSeverity.Error,
        "{0} is {1}, and Istio accepts at least 1 ms and a whole number of ms.",
        "Give such a duration.");

    public override string VectorId => "VS-RETRY-DURATION";

    public override void Check(HttpRetry value, Place place)
    {
        Check(value.PerTryTimeout, "perTryTimeout", place);
        Check(value.Backoff, "backoff", place);
    }

    private void Check(TimeSpan? duration, string field, Place place)
    {
        if (duration is { } value && !IstioDuration.IsAccepted(value))
        {
            place.Field(field).Report(Descriptor, field, IstioDuration.ToText(value));
        }
    }
}
