using System.Globalization;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Apply;

public sealed class BatchedApplyingTests
{
    private const int Batch = 50;

    [Test]
    public async Task Objects_that_were_applied_are_let_go()
    {
        List<WeakReference> read = [];
        int mostAlive = 0;
        TextWriterApplier applier = new(TextWriter.Null);

        await foreach (ApplyResult result in applier.ApplyInBatchesAsync(Enumerable.Range(0, 20 * Batch).Select(i => Noted(Make(i), read)).ToAsyncEnumerable(), Batch, ApplyOptions.Default))
        {
            result.IsSuccess.Should().BeTrue();
            GC.Collect();
            mostAlive = Math.Max(mostAlive, read.Count(r => r.IsAlive));
        }

        read.Count.Should().Be(20 * Batch);
        mostAlive.Should().BeLessThanOrEqualTo(2 * Batch, "one batch is under way, and one may not be collected yet");
    }

    [Test]
    public async Task Batches_reach_many_clusters()
    {
        InMemoryApplier east = new();
        InMemoryApplier west = new();
        FanOutApplier both = new([new("east", east), new("west", west)]);
        IEnumerable<ResourceEntry> entries = Enumerable.Range(0, 10).Select(i => new ResourceEntry(Make(i).Resource, i % 3 == 0 ? "east" : "west"));

        List<ApplyResult> results = await both.ApplyInBatchesAsync(entries.ToAsyncEnumerable(), 3, ApplyOptions.Default).ToListAsync();

        results.SelectMany(r => r.Of(ApplyStatus.Created)).Should().HaveCount(10);
        (east.Objects.Count, west.Objects.Count).Should().Be((4, 6));
    }

    private static ResourceEntry Make(int number) =>
        new(new ConfigMap { Metadata = new(number.ToString(CultureInfo.InvariantCulture), "shop"), Data = [new("mode", "fast")] });

    private static ResourceEntry Noted(ResourceEntry entry, List<WeakReference> read)
    {
        read.Add(new(entry.Resource));
        return entry;
    }
}
