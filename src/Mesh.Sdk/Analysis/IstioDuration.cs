using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>The durations that istiod accepts. Source: Istio, <c>pkg/config/validation/agent</c>.</summary>
internal static class IstioDuration
{
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>Returns whether a duration is a whole number of milliseconds, at least one.</summary>
    public static bool IsAccepted(TimeSpan duration) => duration >= Shortest && duration.Ticks % TimeSpan.TicksPerMillisecond == 0;

    /// <summary>Returns the text for messages.</summary>
    public static string ToText(TimeSpan duration) => GoDuration.Format(duration);
}
