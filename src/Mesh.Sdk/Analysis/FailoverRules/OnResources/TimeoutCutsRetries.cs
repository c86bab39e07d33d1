using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The timeout of a route covers all tries together.</summary>
internal sealed class TimeoutCutsRetries : Rule<RouteView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2132",
        DiagnosticSeverity.Warning,
        "The timeout of {0} covers all tries, and {1} tries of {2} take {3}: the try that would reach a healthy host of {4} is cut off while hosts hang.",
        "Set timeout to at least {3}, or perTryTimeout or attempts lower.");

    public override void Check(RouteView value, Place place)
    {
        if (value is { Route.Timeout: { Ticks: > 0 } timeout, Retries: { Attempts: > 0 and { } attempts, PerTryTimeout: { Ticks: > 0 } perTry } })
        {
            Int128 ticks = (Int128)perTry.Ticks * ((long)attempts + 1);
            if (ticks > timeout.Ticks)
            {
                string needed = GoDuration.Format(new TimeSpan((long)Int128.Min(long.MaxValue, ticks)));
                place.Field("timeout").Report(Descriptor, GoDuration.Format(timeout), (long)attempts + 1, GoDuration.Format(perTry), needed, value.Host);
            }
        }
    }
}
