namespace Mesh.Sdk.Topology.Checks;

/// <summary>Ranges that many values share.</summary>
internal static class Ranges
{
    /// <summary>Istio takes durations of at least 1 ms, in whole milliseconds.</summary>
    public static void CheckDuration(string service, TimeSpan? value, string what, string path, Findings findings) =>
        findings.AddIf(
            value is { } duration && (duration < TimeSpan.FromMilliseconds(1) || duration.Ticks % TimeSpan.TicksPerMillisecond != 0),
            TrafficDiagnostics.Duration,
            path,
            service,
            value,
            what);

    public static void CheckPercent(string service, int? value, string what, string path, Findings findings) =>
        findings.AddIf(value is < 0 or > 100, TrafficDiagnostics.Percent, path, service, value, what);

    public static void CheckCount(string service, int? value, string what, string path, Findings findings) =>
        findings.AddIf(value < 0, TrafficDiagnostics.Count, path, service, value, what);
}
