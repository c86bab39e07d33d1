using FsCheck.Fluent;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.Recovery;

public sealed class OffsetTranslationLaws
{
    private static readonly TopicPartition Partition = new("orders", 0);

    [Test]
    public void A_translated_offset_never_leaves_a_record_out() =>
        Prop.ForAll((byte[] upstreamSteps, byte lag) =>
        {
            (List<(long Upstream, long Downstream)> copied, OffsetSyncStore store) = Mirror(upstreamSteps, lag);
            return Enumerable.Range(0, (int)(copied.LastOrDefault().Upstream + 2)).All(position =>
                store.Translate(Partition, position) is null or OffsetSyncStore.TooOld
                || copied.Where(c => c.Upstream >= position).All(c => c.Downstream >= store.Translate(Partition, position)));
        }).Holds();

    [Test]
    public void The_newest_position_is_at_most_the_lag_off() =>
        Prop.ForAll((byte records, byte lag) =>
        {
            (List<(long Upstream, long Downstream)> copied, OffsetSyncStore store) = Mirror([.. Enumerable.Repeat((byte)1, records)], lag);
            return copied.Count == 0 || copied[^1].Downstream + 1 - store.Translate(Partition, copied[^1].Upstream + 1) <= Math.Max((long)lag, 1);
        }).Holds();

    // Each step skips some records of the source, as compaction and transactions do; the target has no gaps.
    private static (List<(long Upstream, long Downstream)> Copied, OffsetSyncStore Store) Mirror(byte[] upstreamSteps, long lag)
    {
        OffsetSyncStore store = new();
        OffsetSyncQueue queue = new(lag);
        store.Start();
        List<(long Upstream, long Downstream)> copied = [];
        long upstream = 0;
        foreach (byte step in upstreamSteps)
        {
            copied.Add((upstream, copied.Count));
            queue.Add(new("orders", 0, upstream, copied.Count - 1));
            foreach (Records.OffsetSync sync in queue.Drain())
            {
                store.Add(sync);
            }

            upstream += Math.Max((int)step, 1);
        }

        return (copied, store);
    }
}
