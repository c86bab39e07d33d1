using FsCheck.Fluent;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Translation;

/// <summary>The theorems of docs/offset-translation.md, over logs with gaps, markers, repetitions, restarts, lost syncs and rewinds.</summary>
public sealed class OffsetSyncHistoryLaws
{
    private const int Cases = 500;

    [Test]
    public void A_position_translated_to_the_target_leaves_out_no_record_that_is_still_to_read() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            ReferenceFlow flow = ReferenceFlow.Run(script, lag);
            OffsetSyncHistory history = flow.History();
            Dictionary<long, long> lastCopies = flow.Copies.GroupBy(c => c.Upstream).ToDictionary(c => c.Key, c => c.Max(x => x.Downstream));
            return Positions(flow.SourceEnd).All(position =>
                history.Translate(ReferenceFlow.Partition, position) is not { } translated
                || flow.Source.Where(u => u >= position && lastCopies.ContainsKey(u)).All(u => lastCopies[u] >= translated));
        }).Holds(Cases);

    [Test]
    public void A_position_translated_back_to_the_source_leaves_out_no_record_that_is_still_to_read() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            ReferenceFlow flow = ReferenceFlow.Run(script, lag);
            OffsetSyncHistory history = flow.History();
            return Positions(flow.TargetEnd).All(position =>
                history.TranslateBack(ReferenceFlow.Partition, position) is not { } translated
                || flow.Source.Where(u => u < translated).All(Processed(flow, position).Contains));
        }).Holds(Cases);

    [Test]
    public void On_the_target_no_more_is_read_again_than_the_way_back_says_and_the_mirror_copied_twice() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            ReferenceFlow flow = ReferenceFlow.Run(script, lag);
            OffsetSyncHistory history = flow.History();
            return Positions(flow.SourceEnd).All(position =>
                history.Translate(ReferenceFlow.Partition, position) is not { } translated
                || history.TranslateBack(ReferenceFlow.Partition, translated) is not { } back
                || flow.Copies.Where(c => c.Downstream >= translated && c.Upstream < position).Select(c => c.Upstream).Distinct().Count()
                    <= Math.Max(0, position - back) + CopiedTwice(flow));
        }).Holds(Cases);

    [Test]
    public void On_the_source_no_more_is_read_again_than_the_way_there_says_and_the_mirror_copied_twice() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            ReferenceFlow flow = ReferenceFlow.Run(script, lag);
            OffsetSyncHistory history = flow.History();
            return Positions(flow.TargetEnd).All(position =>
                history.TranslateBack(ReferenceFlow.Partition, position) is not { } translated
                || history.Translate(ReferenceFlow.Partition, translated) is not { } forward
                || Processed(flow, position).Count(u => u >= translated) <= Math.Max(0, position - forward) + CopiedTwice(flow));
        }).Holds(Cases);

    [Test]
    public void Where_no_sync_is_lost_or_thinned_out_at_most_as_many_records_are_read_again_as_offset_lag_max_says() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            // Neither restarts nor compaction nor retries: what is left are gaps and markers on both sides.
            byte[] lossless = [.. script.Where(step => (step & 0x0F) is not (11 or 13 or 14 or 15))];
            ReferenceFlow flow = ReferenceFlow.Run(lossless, lag, sendsAtOnce: true);
            OffsetSyncHistory history = flow.History();
            long exact = flow.Syncs.TakeLast(64).Select(s => s.DownstreamOffset).FirstOrDefault();
            return Positions(flow.TargetEnd).Where(p => p >= exact).All(position =>
                history.TranslateBack(ReferenceFlow.Partition, position) is not { } translated
                || Processed(flow, position).Count(u => u >= translated) <= lag % 12);
        }).Holds(Cases);

    [Test]
    public void A_position_goes_there_and_back_without_passing_itself() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            ReferenceFlow flow = ReferenceFlow.Run(script, lag);
            OffsetSyncHistory history = flow.History();
            return Positions(flow.SourceEnd).All(position =>
                history.Translate(ReferenceFlow.Partition, position) is not { } there
                || history.TranslateBack(ReferenceFlow.Partition, there) is not { } back
                || flow.Source.Where(u => u >= position && u < back).All(Processed(flow, there).Contains));
        }).Holds(Cases);

    [Test]
    public void A_larger_position_is_never_translated_to_a_smaller_one() =>
        Prop.ForAll((byte[] script, byte lag) =>
        {
            ReferenceFlow flow = ReferenceFlow.Run(script, lag);
            OffsetSyncHistory history = flow.History();
            return IsOrdered(Positions(flow.SourceEnd).Select(p => history.Translate(ReferenceFlow.Partition, p)))
                && IsOrdered(Positions(flow.TargetEnd).Select(p => history.TranslateBack(ReferenceFlow.Partition, p)));
        }).Holds(Cases);

    [Test]
    public void Of_old_syncs_one_is_kept_at_most_a_63rd_of_their_age_before_them()
    {
        const int Syncs = 100_000;
        OffsetSyncHistory history = new();
        for (int i = 0; i < Syncs; i++)
        {
            history.Add(new("orders", 0, i, i));
        }

        int[] distances = [.. Enumerable.Range(0, Syncs).Select(i => i - (int)history.FindUpstream(ReferenceFlow.Partition, i)!.UpstreamOffset)];

        distances.Select((distance, i) => (distance, age: Syncs - 1 - i)).Should().OnlyContain(d => d.distance <= d.age / 63);
        distances.TakeLast(64).Should().OnlyContain(d => d == 0);
        history.Oldest(ReferenceFlow.Partition)!.UpstreamOffset.Should().Be(0);
        distances.Count(d => d == 0).Should().BeLessThan(64 * 12, "that many syncs are kept of 100,000");
    }

    [Test]
    public void Syncs_before_a_rewind_of_either_side_do_not_count()
    {
        OffsetSyncHistory history = new();
        history.Add(new("orders", 0, 100, 100));
        history.Add(new("orders", 0, 10, 200));
        history.TranslateBack(ReferenceFlow.Partition, 150).Should().BeNull();
        history.TranslateBack(ReferenceFlow.Partition, 201).Should().Be(11);

        history.Add(new("orders", 0, 20, 5));
        history.Translate(ReferenceFlow.Partition, 15).Should().BeNull();
        history.Translate(ReferenceFlow.Partition, 20).Should().Be(5);
    }

    private static IEnumerable<long> Positions(long end) => Enumerable.Range(0, (int)end + 2).Select(p => (long)p);

    private static HashSet<long> Processed(ReferenceFlow flow, long position) => [.. flow.Copies.Where(c => c.Downstream < position).Select(c => c.Upstream)];

    private static int CopiedTwice(ReferenceFlow flow) => flow.Copies.GroupBy(c => c.Upstream).Count(c => c.Count() > 1);

    private static bool IsOrdered(IEnumerable<long?> positions)
    {
        long[] known = [.. positions.OfType<long>()];
        return known.Zip(known.Skip(1)).All(p => p.First <= p.Second);
    }
}
