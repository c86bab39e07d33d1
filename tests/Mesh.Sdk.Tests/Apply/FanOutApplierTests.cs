using Mesh.Sdk.Apply;
using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Apply;

public sealed class FanOutApplierTests
{
    private static readonly ResourceSet Everywhere = ResourceSet.From(
        new[] { "east", "broken", "west" }.Select(c => new ResourceEntry(new ConfigMap { Metadata = new("settings", "shop") }, c)));

    private readonly BrokenApplier _broken = new();

    [Test]
    public async Task A_cluster_that_fails_hides_nothing_of_the_others()
    {
        ApplyResult result = await Applier(ErrorPolicy.Continue).ApplyAsync(Everywhere, ApplyOptions.Default);

        result.Objects.Select(o => (o.Key.Cluster, o.Status)).Should().BeEquivalentTo([("east", ApplyStatus.Created), ("broken", ApplyStatus.Failed), ("west", ApplyStatus.Created)]);
        result.Failed.Single().Reason!.Code.Should().Be("MESH4006");
        result.Failed.Single().Reason!.Message.Should().Contain("the line is dead");
    }

    [Test]
    public async Task After_a_cluster_that_fails_the_next_are_not_attempted_if_so_asked()
    {
        ApplyResult result = await Applier(ErrorPolicy.Stop).ApplyAsync(Everywhere, ApplyOptions.Default);

        result.Objects.Select(o => o.Status).Should().Equal(ApplyStatus.Created, ApplyStatus.Failed, ApplyStatus.NotAttempted);
    }

    [Test]
    public async Task A_plan_refuses_what_a_broken_cluster_was_to_get()
    {
        ApplyPlan plan = await Applier(ErrorPolicy.Continue).PlanAsync(Everywhere, ApplyOptions.Default);

        plan.Refused.Should().ContainSingle().Which.Key.Cluster.Should().Be("broken");
        plan.Of(ApplyAction.Create).Should().HaveCount(2);
        plan.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4006");
    }

    [Test]
    public async Task Objects_for_a_cluster_without_applier_are_reported()
    {
        ResourceSet set = Everywhere.Where(e => e.Cluster == "east").Add(new ConfigMap { Metadata = new("settings", "shop") }, "wset");

        ApplyPlan plan = await Applier(ErrorPolicy.Continue).PlanAsync(set, ApplyOptions.Default);
        ApplyResult result = await Applier(ErrorPolicy.Continue).ApplyAsync(set, ApplyOptions.Default);

        plan.Refused.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4005");
        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Contain("wset").And.Contain("Did you mean 'west'?");
        result.Of(ApplyStatus.Created).Should().ContainSingle();
    }

    [TestCase(ErrorPolicy.Continue)]
    [TestCase(ErrorPolicy.Stop)]
    public async Task What_is_cancelled_before_it_begins_reaches_no_cluster(ErrorPolicy policy)
    {
        ApplyResult result = await Applier(policy).ApplyAsync(Everywhere, ApplyOptions.Default, null, new(canceled: true));

        result.WasCancelled.Should().BeTrue();
        result.Objects.Should().HaveCount(3).And.OnlyContain(o => o.Status == ApplyStatus.NotAttempted);
    }

    [Test]
    public async Task Of_an_applier_that_throws_when_it_is_cancelled_nobody_knows_what_it_did()
    {
        using CancellationTokenSource cancellation = new();
        FanOutApplier applier = new([new("broken", _broken)]);
        _broken.OnApply = () =>
        {
            cancellation.Cancel();
            cancellation.Token.ThrowIfCancellationRequested();
        };

        ApplyResult result = await applier.ApplyAsync(Everywhere.Where(e => e.Cluster == "broken"), ApplyOptions.Default, null, cancellation.Token);

        result.WasCancelled.Should().BeTrue();
        result.Findings.Should().BeEmpty();
        result.Objects.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4007");
    }

    [Test]
    public async Task A_cluster_that_lost_all_its_objects_is_pruned_too()
    {
        InMemoryApplier west = new();
        FanOutApplier applier = new([new("east", new InMemoryApplier()), new("west", west)]);
        ApplyOptions options = ApplyOptions.Default with { Set = new("shop") { Prunes = true } };
        await applier.ApplyAsync(Everywhere.Where(e => e.Cluster != "broken"), options);

        ApplyResult result = await applier.ApplyAsync(Everywhere.ForCluster("east"), options);

        result.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Cluster.Should().Be("west");
        west.Objects.Should().BeEmpty();
    }

    [Test]
    public async Task Progress_counts_all_clusters_together()
    {
        ProgressLog log = new();

        await new FanOutApplier([new("east", new InMemoryApplier()), new("west", new InMemoryApplier())])
            .ApplyAsync(Everywhere.Where(e => e.Cluster != "broken"), ApplyOptions.Default, log);

        log.Events.Where(e => e.Kind == ApplyEventKind.Finished).Select(e => (e.Completed, e.Total)).Should().BeEquivalentTo([(1, 2), (2, 2)]);
    }

    [Test]
    public void Two_clusters_can_t_share_an_applier()
    {
        InMemoryApplier shared = new();

        FluentActions.Invoking(() => new FanOutApplier([new("east", shared), new("west", shared)])).Should().Throw<ArgumentException>();
    }

    private FanOutApplier Applier(ErrorPolicy onClusterError) =>
        new([new("east", new InMemoryApplier()), new("broken", _broken), new("west", new InMemoryApplier())], onClusterError);

    /// <summary>An applier of another tool, which throws.</summary>
    private sealed class BrokenApplier : IResourceApplier
    {
        public Action OnApply { get; set; } = () => { };

        public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken) => throw Failure();

        public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken) => throw Failure();

        public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
        {
            OnApply();
            throw Failure();
        }

        public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken) => throw Failure();

        private static IOException Failure() => new("the line is dead");
    }
}
