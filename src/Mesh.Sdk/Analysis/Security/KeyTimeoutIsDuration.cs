using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>The timeout for keys is a duration that Istio accepts.</summary>
internal sealed class KeyTimeoutIsDuration : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2673",
        DiagnosticSeverity.Error,
        "timeout is {0}, and Istio accepts at least 1 ms and a whole number of ms.",
        "Give such a duration, or leave 'timeout' out.");

    public override void Check(JwtRule value, Place place)
    {
        if (value.Timeout is { } timeout && !IstioDuration.IsAccepted(timeout))
        {
            place.Field("timeout").Report(Descriptor, IstioDuration.ToText(timeout));
        }
    }
}
