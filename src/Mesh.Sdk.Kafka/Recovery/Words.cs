using System.Globalization;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Durations for people.</summary>
internal static class Words
{
    public static string Of(TimeSpan time) => time switch
    {
        _ when time.TotalSeconds < 1 => "under 1 s",
        _ when time.TotalMinutes < 2 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        _ when time.TotalHours < 2 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        _ when time.TotalDays < 2 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} d"),
    };

    public static string Of(TimeSpan? time) => time is { } known ? Of(known) : "-";
}
