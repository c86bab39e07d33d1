using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Topics;

namespace Mesh.Sdk.Kafka.Recovery.Measurement;

/// <summary>How far a partition is copied: offsets of the next record to copy.</summary>
/// <param name="Probable">Counts each offset of the target after the last sync as a copy. Right while nothing else is written there: a gap on the source makes a sync at once.</param>
/// <param name="Certain">One past the last sync.</param>
internal readonly record struct CopyState(long Probable, long Certain)
{
    /// <param name="newest">Newest sync; <see langword="null"/> for none.</param>
    /// <param name="targetEnd">End on the target, asked for after the sync was read; <see langword="null"/> if the partition is not there.</param>
    /// <param name="source">What the source holds, asked for after the target; <see langword="null"/> if it can't be reached.</param>
    /// <param name="hasMarkers">Whether transactions of the mirror take offsets of the target, too.</param>
    /// <returns><see langword="null"/> if no sync tells, or the source was rewound since.</returns>
    public static CopyState? Of(OffsetSync? newest, long? targetEnd, OffsetRange? source, bool hasMarkers)
    {
        if (newest is null || targetEnd is not { } end || newest.UpstreamOffset >= source?.End)
        {
            return null;
        }

        long certain = newest.UpstreamOffset + 1;
        long since = hasMarkers ? 0 : Math.Max(0, end - newest.DownstreamOffset - 1);
        return new(Math.Min(certain + since, source?.End ?? long.MaxValue), certain);
    }

    /// <summary>Returns how many offsets lie behind a position; retention may have passed it.</summary>
    public static long Behind(OffsetRange source, long position) => source.End - Math.Clamp(position, source.Start, source.End);
}
