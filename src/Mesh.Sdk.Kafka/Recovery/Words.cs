using System.Globalization;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>Durations and lists for people.</summary>
internal static class Words
{
    private const int Most = 10;

    public static string Of(TimeSpan time) => time switch
    {
        _ when time.TotalSeconds < 1 => "under 1 s",
        _ when time.TotalMinutes < 2 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        _ when time.TotalHours < 2 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min"),
        _ when time.TotalDays < 2 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} d"),
    };

    public static string Of(TimeSpan? time) => time is { } known ? Of(known) : "-";

    /// <summary>Names the first ten, and how many there are beside them.</summary>
    public static string Some(IReadOnlyCollection<string> names) => string.Create(
        CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(Most))}{(names.Count > Most ? $" and {names.Count - Most} more" : "")}");
}
