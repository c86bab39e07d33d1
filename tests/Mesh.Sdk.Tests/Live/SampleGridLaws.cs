using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Live;

namespace Mesh.Sdk.Tests.Live;

public sealed class SampleGridLaws
{
    [Test]
    public void Ranges_cover_every_interval_once_and_none_has_more_values_than_prometheus_gives() =>
        Prop.ForAll(Grids(), grid =>
        {
            (DateTimeOffset First, DateTimeOffset Last)[] ranges = [.. grid.Ranges];
            int[] counts = [.. ranges.Select(r => (int)((r.Last - r.First) / grid.Step) + 1)];

            return counts.All(c => c is > 0 and <= 11_000)
                && counts.Sum() == grid.Count
                && ranges[0].First == grid.Start + grid.Step
                && ranges.Zip(ranges.Skip(1)).All(pair => pair.Second.First == pair.First.Last + grid.Step);
        }).Holds();

    [Test]
    public void Every_time_asked_for_is_found_as_prometheus_writes_it() =>
        Prop.ForAll(Grids(), grid =>
            grid.Ranges.SelectMany(r => new[] { r.First, r.Last }).All(time =>
                grid.TryFind(time.ToUnixTimeMilliseconds() / 1000.0, out int index) && grid.Start + (grid.Step * (index + 1)) == time)).Holds();

    [Test]
    public void Times_between_are_not_found() =>
        Prop.ForAll(Grids(), grid => !grid.TryFind((grid.Start + (grid.Step * 1.5)).ToUnixTimeMilliseconds() / 1000.0, out _)).Holds();

    private static Arbitrary<SampleGrid> Grids() => (
        from start in Gen.Choose(0, 2_000_000_000)
        from step in Gen.Choose(1, 900)
        from seconds in Gen.Choose(0, 30_000_000)
        let begin = DateTimeOffset.FromUnixTimeSeconds(start)
        select SampleGrid.Between(begin, begin.AddSeconds(step + seconds), TimeSpan.FromSeconds(step))).ToArbitrary();
}
