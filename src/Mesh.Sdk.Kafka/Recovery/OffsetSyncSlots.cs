using Mesh.Sdk.Kafka.Records;

namespace Mesh.Sdk.Kafka.Recovery;

/// <summary>
/// The syncs of one partition in 64 slots, the newest in slot 0. Slot j is less than 2^j behind slot 0 as far as syncs allow it, and
/// neighbours are apart enough to be worth a slot each. Source: Apache Kafka 3.9, <c>OffsetSyncStore.updateSyncArray</c>.
/// </summary>
internal sealed class OffsetSyncSlots
{
    private const int Count = 64;

    private readonly OffsetSync[] _slots = new OffsetSync[Count];

    public OffsetSyncSlots(OffsetSync first) => Array.Fill(_slots, first);

    public void Add(OffsetSync sync)
    {
        if (sync.UpstreamOffset < _slots[0].UpstreamOffset)
        {
            // The source was rewound: what is known about later offsets no longer holds.
            Array.Fill(_slots, sync);
            return;
        }

        OffsetSync[] old = [.. _slots];
        OffsetSync replacement = sync;
        int next = 0;
        _slots[0] = sync;
        for (int i = 1; i < Count; i++)
        {
            replacement = FindReplacement(i, old, ref next) ?? replacement;
            if (IsRecent(_slots[i - 1], _slots[i], i - 1, i))
            {
                return;
            }

            _slots[i] = replacement;
        }
    }

    public OffsetSync LastBefore(long upstreamOffset) =>
        Array.Find(_slots, sync => sync.UpstreamOffset <= upstreamOffset) ?? _slots[^1];

    public IReadOnlyList<(int Slot, OffsetSync Sync)> Distinct() =>
    [
        .. _slots.Select((sync, slot) => (slot, sync)).Where(s => s.slot == 0 || !ReferenceEquals(s.sync, _slots[s.slot - 1])),
    ];

    // An older sync that suits the slot is better than the newest again; those it passes are lost.
    private OffsetSync? FindReplacement(int slot, OffsetSync[] old, ref int next)
    {
        OffsetSync? found = null;
        bool isSkipped;
        do
        {
            OffsetSync candidate = old[next];
            bool isApart = AreApart(_slots[slot - 1], candidate, slot - 1);
            bool isPromoted = isApart
                && IsRecent(_slots[slot - 1], candidate, slot - 1, slot)
                && (slot == Count - 1 || AreApart(candidate, _slots[slot + 1], slot));
            found = isPromoted ? candidate : found;
            isSkipped = !isApart || ReferenceEquals(candidate, old[next + 1]);
            next += isPromoted || isSkipped ? 1 : 0;
        }
        while (next < slot && isSkipped);
        return found;
    }

    private static bool IsRecent(OffsetSync newer, OffsetSync older, int newerSlot, int olderSlot) =>
        ReferenceEquals(newer, older)
        || newer.UpstreamOffset <= older.UpstreamOffset + (Int128.One << olderSlot) - (Int128.One << newerSlot);

    private static bool AreApart(OffsetSync newer, OffsetSync older, int newerSlot) =>
        ReferenceEquals(newer, older)
        || newer.UpstreamOffset >= older.UpstreamOffset + (Int128.One << Math.Max(newerSlot - 2, 0));
}
