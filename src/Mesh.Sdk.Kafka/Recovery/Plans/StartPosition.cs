using System.Globalization;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>Where a group starts in a partition that no checkpoint covers.</summary>
public sealed record StartPosition
{
    /// <summary>Gets the start of the partition: every record is read, many of them again (D).</summary>
    public static StartPosition Earliest { get; } = new() { Kind = StartPositionKind.Earliest };

    /// <summary>Gets the end of the partition: what the group has not read is lost for it (L).</summary>
    public static StartPosition End { get; } = new() { Kind = StartPositionKind.End };

    /// <summary>Gets the kind.</summary>
    public required StartPositionKind Kind { get; init; }

    /// <summary>Gets the time of the first record to read; <see langword="null"/> unless it is chosen by time.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Returns the first record at or after a time less a margin: some records are read again (D); what a group that was further behind had not read before it is left out (L).</summary>
    /// <param name="time">When the group was last known to have read everything, such as just before the outage.</param>
    /// <param name="margin">How far back to be on the safe side: clocks differ and records wait in producers.</param>
    public static StartPosition At(DateTimeOffset time, TimeSpan margin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(margin, TimeSpan.Zero);
        return new() { Kind = StartPositionKind.Time, Time = time - margin };
    }

    /// <summary>Returns what is chosen, in words.</summary>
    public override string ToString() => Kind switch
    {
        StartPositionKind.Earliest => "the start (D)",
        StartPositionKind.End => "the end (L)",
        _ => string.Create(CultureInfo.InvariantCulture, $"the first record at or after {Time:yyyy-MM-dd HH:mm:ss}Z (D; L for a group that was further behind)"),
    };
}
