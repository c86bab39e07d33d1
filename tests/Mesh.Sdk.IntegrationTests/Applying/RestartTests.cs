using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>What takes a lab of its own: a server that dies, and many objects.</summary>
public sealed class RestartTests
{
    private static readonly ApplyOptions Options = ApplyOptions.Default with { Set = new("release") { Prunes = true } };

    private Lab _lab = null!;
    private LabCluster _cluster = null!;
    private KubernetesApiClient _client = null!;
    private ServerSideApplier _applier = null!;

    [SetUp]
    public async Task Start()
    {
        _lab = await Lab.StartAsync("lonely");
        _cluster = _lab["lonely"];
        _client = _cluster.Connect();
        _applier = new(_client);
    }

    [TearDown]
    public async Task Stop()
    {
        if (_lab is not null)
        {
            _client.Dispose();
            await _lab.DisposeAsync();
        }
    }

    [Test]
    public async Task A_server_that_is_killed_and_started_again_half_way_loses_nothing()
    {
        ResourceSet set = Maps(400);
        TaskCompletionSource halfWay = new();
        Task<ApplyResult> applying = _applier.ApplyAsync(set, Options, new ProgressLog(e => _ = e.Completed == 100 && halfWay.TrySetResult()));
        await halfWay.Task;
        _cluster.Dispose();
        await _cluster.StartAsync();

        ApplyResult result = await applying;
        List<string> there = await NamesAsync();
        ApplyResult again = await _applier.ApplyAsync(set, Options);

        there.Should().Contain(result.Of(ApplyStatus.Created).Select(o => o.Key.Name), "what is reported as created is there");
        result.Objects.Should().HaveCount(400);
        again.IsSuccess.Should().BeTrue(again.ToTable());
        (await _applier.PlanAsync(set, Options)).HasChanges.Should().BeFalse();
        (await NamesAsync()).Should().HaveCount(400);
    }

    [Test]
    public async Task Ten_thousand_objects_are_applied_planned_and_pruned()
    {
        ResourceSet set = Maps(10_000);

        ApplyResult result = await _applier.ApplyAsync(set, Options with { Parallelism = 32 });
        ApplyPlan same = await _applier.PlanAsync(set, Options);
        ApplyPlan fewer = await _applier.PlanAsync(Maps(9_000), Options);

        result.Of(ApplyStatus.Created).Should().HaveCount(10_000);
        same.HasChanges.Should().BeFalse();
        fewer.Of(ApplyAction.Prune).Should().HaveCount(1_000);
        (await NamesAsync()).Should().HaveCount(10_000);
    }

    private static ResourceSet Maps(int count) =>
        ResourceSet.From(Enumerable.Range(0, count).Select(i => Objects.ConfigMap("default", $"map-{i}")));

    private Task<List<string>> NamesAsync() => _client.ListAsync(Objects.ConfigMaps, new() { Namespace = "default" }).NamesAsync();
}
