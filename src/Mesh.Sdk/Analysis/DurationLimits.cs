namespace Mesh.Sdk.Analysis;

/// <summary>Durations as Istio accepts them: at least 1 ms and a whole number of ms.</summary>
internal static class DurationLimits
{
    public static bool IsIstioDuration(this TimeSpan duration) =>
        duration.Ticks >= TimeSpan.TicksPerMillisecond && duration.Ticks % TimeSpan.TicksPerMillisecond == 0;
}
