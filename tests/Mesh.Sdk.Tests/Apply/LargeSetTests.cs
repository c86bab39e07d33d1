using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Apply;

public sealed class LargeSetTests
{
    private const int Count = 20_000;

    private static readonly ResourceSet Objects = ResourceSet.From(
        Enumerable.Range(0, Count).Select(i => new ConfigMap { Metadata = new($"settings-{i}", "shop"), Data = [new("mode", new string('x', 1000))] }));

    [Test]
    public async Task A_plan_holds_no_copies_of_the_objects()
    {
        InMemoryApplier applier = new();
        await applier.ApplyAsync(Objects, ApplyOptions.Default);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        ApplyPlan plan = await applier.PlanAsync(Objects, ApplyOptions.Default);
        ApplyResult result = await applier.ApplyAsync(plan);

        long perObject = (GC.GetTotalMemory(forceFullCollection: true) - before) / Count;
        perObject.Should().BeLessThan(600, "an entry of plan and result is a key and a word");
        plan.HasChanges.Should().BeFalse();
        result.Objects.Should().HaveCount(Count);
    }

    [Test]
    public async Task A_text_is_written_piece_by_piece()
    {
        long written = 0;
        long most = 0;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ApplyResult result = await new TextWriterApplier(TextWriter.Null).ApplyAsync(Objects, ApplyOptions.Default, new Every(1000, () =>
        {
            written++;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }));

        written.Should().Be(Count / 1000);
        (most / Count).Should().BeLessThan(1000, "the text is more than 1,000 bytes an object");
        result.IsSuccess.Should().BeTrue();
    }

    /// <summary>Looks at every n-th object that is finished.</summary>
    private sealed class Every(int n, Action look) : IProgress<ApplyEvent>
    {
        public void Report(ApplyEvent value)
        {
            if (value.Kind == ApplyEventKind.Finished && value.Completed % n == 0)
            {
                look();
            }
        }
    }
}
