using System.Runtime.CompilerServices;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.ApplierContract;

/// <content>Objects that are applied as they come.</content>
public abstract partial class ApplierContract
{
    [Test]
    public async Task Batches_report_every_object_once_and_count_on()
    {
        ProgressLog log = new();

        List<ApplyResult> results = await Applier.ApplyInBatchesAsync(Read(InOrder), 3, ApplyOptions.Default, log).ToListAsync();

        results.Select(r => r.Objects.Count).Should().Equal(3, 1);
        results.Should().OnlyContain(r => r.IsSuccess);
        results.SelectMany(r => r.Objects).Select(o => o.Key).Should().BeEquivalentTo(Objects.Select(e => e.Key));
        log.Events.Where(e => e.Kind == ApplyEventKind.Finished).Select(e => e.Completed).Should().BeEquivalentTo([1, 2, 3, 4]);
        log.Events.Where(e => e.Kind == ApplyEventKind.Finished).Select(e => e.Total).Should().BeEquivalentTo([3, 3, 3, 4]);
    }

    [Test]
    public async Task Objects_are_read_no_further_ahead_than_a_batch()
    {
        int read = 0;
        int reported = 0;
        int most = 0;
        IEnumerable<IResource> many = [NamespaceObject, .. Enumerable.Range(0, 50).Select(i => ConfigMap($"settings-{i}", "fast"))];

        await foreach (ApplyResult result in Applier.ApplyInBatchesAsync(Read(many, () => most = Math.Max(most, ++read - reported)), 7, ApplyOptions.Default))
        {
            reported += result.Of(ApplyStatus.Created).Count();
        }

        (read, reported, most).Should().Be((51, 51, 7));
    }

    [Test]
    public async Task Of_two_objects_with_one_key_in_a_batch_the_last_counts()
    {
        IResource[] twice = [NamespaceObject, ConfigMap("settings", "slow"), ConfigMap("settings", "fast")];

        List<ApplyResult> results = await Applier.ApplyInBatchesAsync(Read(twice), 5, ApplyOptions.Default).ToListAsync();

        results.Should().ContainSingle().Which.Objects.Should().HaveCount(2).And.OnlyContain(o => o.Status == ApplyStatus.Created);
    }

    [Test]
    public async Task Batches_that_are_cancelled_end_with_a_report()
    {
        using CancellationTokenSource cancellation = new();
        List<ApplyResult> results = [];

        await foreach (ApplyResult result in Applier.ApplyInBatchesAsync(Read(InOrder), 2, ApplyOptions.Default, null, cancellation.Token))
        {
            results.Add(result);
            await cancellation.CancelAsync();
        }

        results.Select(r => r.WasCancelled).Should().Equal(false, true);
        results.SelectMany(r => r.Of(ApplyStatus.Created)).Should().HaveCount(2);
    }

    [Test]
    public async Task What_was_read_when_reading_was_cancelled_was_not_attempted()
    {
        using CancellationTokenSource cancellation = new();

        List<ApplyResult> results = await Applier.ApplyInBatchesAsync(Read(InOrder, cancellation.Cancel), 3, ApplyOptions.Default, null, cancellation.Token).ToListAsync(CancellationToken.None);

        ApplyResult last = results.Should().ContainSingle().Subject;
        last.WasCancelled.Should().BeTrue();
        last.Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.NotAttempted);
    }

    [TestCase(ErrorPolicy.Continue, 4)]
    [TestCase(ErrorPolicy.Stop, 2)]
    public async Task After_a_batch_with_failures_the_policy_counts(ErrorPolicy policy, int reported)
    {
        IResource[] wrong = [NamespaceObject, ConfigMap("..", "fast"), ConfigMap("a", "fast"), ConfigMap("b", "fast")];

        List<ApplyResult> results = await Applier.ApplyInBatchesAsync(Read(wrong), 2, ApplyOptions.Default with { OnError = policy }).ToListAsync();

        results.SelectMany(r => r.Failed).Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4002");
        results.Sum(r => r.Objects.Count).Should().Be(reported);
    }

    [Test]
    public async Task What_was_applied_before_reading_failed_is_reported()
    {
        List<ApplyResult> results = [];
        int read = 0;
        IAsyncEnumerable<ResourceEntry> source = Read(InOrder, () => _ = ++read < 4 ? read : throw new InvalidDataException("the file ends here"));

        Func<Task> apply = async () =>
        {
            await foreach (ApplyResult result in Applier.ApplyInBatchesAsync(source, 2, ApplyOptions.Default))
            {
                results.Add(result);
            }
        };

        await apply.Should().ThrowAsync<InvalidDataException>();
        results.Should().ContainSingle().Which.Of(ApplyStatus.Created).Should().HaveCount(2);
    }

    [Test]
    public void Batches_do_not_prune()
    {
        Action apply = () => Applier.ApplyInBatchesAsync(Read(InOrder), 2, ApplyOptions.Default with { Set = new("shop") { Prunes = true } });

        apply.Should().Throw<ArgumentException>().WithMessage("The set default/shop prunes*");
    }

    private IEnumerable<IResource> InOrder => [NamespaceObject, .. Objects.Where(e => e.Key.Kind != "Namespace").Resources];

    private async IAsyncEnumerable<ResourceEntry> Read(IEnumerable<IResource> resources, Action? onRead = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (IResource resource in resources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            onRead?.Invoke();
            yield return new(resource, Cluster);
        }
    }
}
