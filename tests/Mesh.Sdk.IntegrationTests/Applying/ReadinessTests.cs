using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>Waiting on a server without controllers: the tests write the status themselves.</summary>
public sealed class ReadinessTests : ApplyFixture
{
    private static readonly ApplyOptions Patient = ApplyOptions.Default with { ReadinessTimeout = TimeSpan.FromMinutes(10) };

    private static readonly ResourceReader Reader = new(ResourceKinds.None);

    private IResource Deployment => Read("""
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template: {metadata: {labels: {app: web}}, spec: {containers: [{name: app, image: "app:1"}]}}
        """);

    private IResource Finished => Read("status: {observedGeneration: 1, replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2}");

    [Test]
    public async Task The_end_comes_when_the_object_is_ready_and_progress_says_what_is_awaited()
    {
        TaskCompletionSource waits = new();
        ProgressLog log = new(e => _ = e.Kind == ApplyEventKind.Waiting && waits.TrySetResult());

        Task<ApplyResult> applying = Applier.ApplyAsync(Set(Deployment, Map("settings")), Patient, log);
        await waits.Task;
        await WriteStatusAsync(Finished);
        ApplyResult result = await applying;

        result.IsSuccess.Should().BeTrue(result.ToTable());
        log.Events.First(e => e.Kind == ApplyEventKind.Waiting).WaitsFor.Should().Be("its controller has not seen it yet");
        log.Events.Where(e => e.Kind == ApplyEventKind.Finished).Select(e => (e.Key.Kind, e.Completed)).Should().Equal(("ConfigMap", 1), ("Deployment", 2));
    }

    [Test]
    public async Task What_is_not_ready_in_time_fails_and_says_what_it_waits_for()
    {
        using KubernetesApiClient client = Cluster.Connect(new() { Time = new InstantTime(TimeSpan.FromSeconds(10)) });

        ApplyResult result = await new ServerSideApplier(client).ApplyAsync(Set(Deployment), Patient with { ReadinessTimeout = TimeSpan.FromSeconds(5) });

        AppliedObject failed = result.Failed.Should().ContainSingle().Subject;
        failed.Reason!.Code.Should().Be("MESH4204");
        failed.Reason.Message.Should().StartWith($"Deployment {Namespace}/web was applied, but 00:00:05 later");
    }

    [Test]
    public async Task Applying_again_waits_for_what_is_still_not_ready()
    {
        await Applier.ApplyAsync(Set(Deployment), ApplyOptions.Default);
        TaskCompletionSource waits = new();

        Task<ApplyResult> applying = Applier.ApplyAsync(Set(Deployment), Patient, new ProgressLog(e => _ = e.Kind == ApplyEventKind.Waiting && waits.TrySetResult()));
        await waits.Task;
        await WriteStatusAsync(Finished);

        (await applying).Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Unchanged);
    }

    [Test]
    public async Task What_is_deleted_is_waited_for_until_its_finalizers_are_gone()
    {
        IResource held = Map("held") with { Metadata = new("held", Namespace) { Finalizers = ["example.org/hold"] } };
        await Applier.ApplyAsync(Set(held), ApplyOptions.Default);
        TaskCompletionSource<string> waits = new();

        Task<ApplyResult> deleting = Applier.DeleteAsync(Set(held), Patient, new ProgressLog(e => _ = e.WaitsFor is { } what && waits.TrySetResult(what)));
        (await waits.Task).Should().Be("it waits for example.org/hold");
        await Client.ApplyAsync(Map("held"), new());

        (await deleting).Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Deleted);
        (await NamesAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task What_is_deleted_while_the_server_forgets_is_seen_to_be_gone()
    {
        IResource held = Map("held") with { Metadata = new("held", Namespace) { Finalizers = ["example.org/hold"] } };
        await Applier.ApplyAsync(Set(held), ApplyOptions.Default);
        await Cluster.Faults.AddAsync(new($"{Namespace}/configmaps.*watch=") { DelayMilliseconds = 500, Status = 410 });

        Task<ApplyResult> deleting = Applier.DeleteAsync(Set(held), Patient);
        while ((await Cluster.Faults.HitsAsync()) is not [1])
        {
            await Task.Yield();
        }

        await Client.ApplyAsync(Map("held"), new());

        (await deleting).Objects.Should().ContainSingle().Which.Status.Should().Be(ApplyStatus.Deleted);
    }

    [Test]
    public async Task A_rule_of_ones_own_decides_for_its_kind()
    {
        ServerSideApplier applier = new(Client) { Readiness = ReadinessRules.Default.With("", "ConfigMap", _ => Readiness.Failed("it is no good")) };

        ApplyResult result = await applier.ApplyAsync(Set(Map("settings")), Patient);

        result.Failed.Should().ContainSingle().Which.Reason!.Message.Should().Be($"ConfigMap {Namespace}/settings was applied, but it is no good.");
    }

    [Test]
    public async Task A_watch_that_is_cut_and_forgotten_does_not_end_the_waiting()
    {
        await Cluster.Faults.AddAsync(new($"{Namespace}/deployments.*watch=") { DropAfterMilliseconds = 20, Times = 2 });
        await Cluster.Faults.AddAsync(new($"{Namespace}/deployments.*watch=") { Status = 410, Times = 1 });
        Task<ApplyResult> applying = Applier.ApplyAsync(Set(Deployment), Patient);
        while ((await Cluster.Faults.HitsAsync()) is not [2, 1])
        {
            await Task.Yield();
        }

        await WriteStatusAsync(Finished);

        (await applying).IsSuccess.Should().BeTrue();
    }

    [Test]
    public async Task An_outage_that_outlasts_the_retries_does_not_end_the_waiting()
    {
        using KubernetesApiClient impatient = Cluster.Connect(new() { Retry = new() { MaxRetries = 0 } });
        await Cluster.Faults.AddAsync(new($"{Namespace}/deployments\\?") { Method = "GET", Status = 503, Times = 3 });
        Task<ApplyResult> applying = new ServerSideApplier(impatient).ApplyAsync(ToCreate(Deployment));
        while ((await Cluster.Faults.HitsAsync()) is not [3])
        {
            await Task.Yield();
        }

        await WriteStatusAsync(Finished);

        (await applying).IsSuccess.Should().BeTrue();
    }

    private static ApplyPlan ToCreate(IResource resource) => new()
    {
        Options = Patient,
        Objects = [new() { Key = ResourceKey.Of(resource), Action = ApplyAction.Create, Desired = resource }],
    };

    private Task<AppliedResource> WriteStatusAsync(IResource status) =>
        Client.ApplySubresourceAsync(ResourceKey.Of(status), "status", status, new() { FieldManager = "controller", Force = true });

    private IResource Read(string fields) => Reader.Read($"apiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: web, namespace: {Namespace}}}\n{fields}\n")[0];
}
