using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

public sealed class PlanningTests : ApplyFixture
{
    [Test]
    public async Task An_unchanged_set_costs_one_list_a_kind_and_namespace()
    {
        ResourceSet set = Maps(20).Add(new Secret { Metadata = new("password", Namespace), Data = [new("key", SecretText.ToBase64("1"))] });
        await Applier.ApplyAsync(set, ApplyOptions.Default);
        RequestLog log = new(HttpTransport.Connect(Cluster.Connection));
        using KubernetesApiClient client = new(log);

        ApplyPlan plan = await new ServerSideApplier(client).PlanAsync(set, ApplyOptions.Default);

        plan.HasChanges.Should().BeFalse();
        log.TakeAll().Should().BeEquivalentTo(
            $"GET /api/v1/namespaces/{Namespace}/configmaps?limit=500",
            $"GET /api/v1/namespaces/{Namespace}/secrets?limit=500");
    }

    [Test]
    public async Task Only_what_seems_changed_is_asked_about()
    {
        await Applier.ApplyAsync(Maps(20), ApplyOptions.Default);
        RequestLog log = new(HttpTransport.Connect(Cluster.Connection));
        using KubernetesApiClient client = new(log);

        ApplyPlan plan = await new ServerSideApplier(client).PlanAsync(Maps(20).With(Map("map-7", "2")), ApplyOptions.Default);

        plan.Of(ApplyAction.Change).Should().ContainSingle().Which.Fields.Should().ContainSingle()
            .Which.Should().Be(new PlannedField { Path = "data.key", Before = "1", After = "2" });
        log.TakeAll().Where(r => r.StartsWith("PATCH", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain("map-7").And.Contain("dryRun=All");
    }

    [Test]
    public async Task Of_a_namespace_that_holds_far_more_only_what_is_wanted_is_read()
    {
        (await Applier.ApplyAsync(Maps(560), ApplyOptions.Default)).IsSuccess.Should().BeTrue();
        RequestLog log = new(HttpTransport.Connect(Cluster.Connection));
        using KubernetesApiClient client = new(log);
        ResourceSet few = Set(Map("map-97"), Map("map-98", "2"), Map("map-none"));

        ApplyPlan plan = await new ServerSideApplier(client).PlanAsync(few, ApplyOptions.Default);

        plan.Objects.Select(o => (o.Key.Name, o.Action)).Should().Equal(("map-97", ApplyAction.Unchanged), ("map-98", ApplyAction.Change), ("map-none", ApplyAction.Create));
        string maps = $"/api/v1/namespaces/{Namespace}/configmaps";
        log.TakeAll().Where(r => r.StartsWith("GET", StringComparison.Ordinal)).Should().BeEquivalentTo(
            $"GET {maps}?limit=500", $"GET {maps}/map-97", $"GET {maps}/map-98", $"GET {maps}/map-none");
    }

    [Test]
    public async Task What_the_server_defaults_or_writes_otherwise_is_no_change()
    {
        ResourceSet set = ResourceSet.From(new ResourceReader(ResourceKinds.None).Read($$$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: {{{Namespace}}}}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: app
                    image: app:1
                    ports: [{containerPort: 8080}]
                    resources: {limits: {cpu: 1000m, memory: 1024Mi}}
                    env: [{name: A, value: "1"}, {name: B, value: "2"}]
            """));
        await Applier.ApplyAsync(set, ApplyOptions.Default);

        ApplyPlan plan = await Applier.PlanAsync(set, ApplyOptions.Default);

        plan.HasChanges.Should().BeFalse(plan.ToDiff());
    }

    [Test]
    public async Task A_port_without_protocol_is_no_change()
    {
        Cluster.Requires(21, "A Service whose ports have no protocol");
        ResourceSet set = Set(new Service { Metadata = new("web", Namespace), Spec = new() { Ports = [new() { Port = 80 }] } });
        (await Applier.ApplyAsync(set, ApplyOptions.Default)).IsSuccess.Should().BeTrue();

        ApplyPlan plan = await Applier.PlanAsync(set, ApplyOptions.Default);

        plan.HasChanges.Should().BeFalse(plan.ToDiff());
    }

    [Test]
    public async Task A_reordered_list_is_a_change()
    {
        await Applier.ApplyAsync(Set(Account("a", "b")), ApplyOptions.Default);

        ApplyPlan plan = await Applier.PlanAsync(Set(Account("b", "a")), ApplyOptions.Default);

        plan.Of(ApplyAction.Change).Should().ContainSingle().Which.Fields.Should().ContainSingle().Which.Path.Should().Be("imagePullSecrets");
    }

    [Test]
    public async Task A_kind_that_is_not_served_is_refused_and_the_rest_is_planned()
    {
        UntypedResource unknown = new() { Type = new("example.org", "v1", "Unicorn"), Metadata = new("one", Namespace) };

        ApplyPlan plan = await Applier.PlanAsync(Set(unknown, Map("settings")), ApplyOptions.Default);

        plan.Refused.Should().ContainSingle().Which.Reason!.Code.Should().Be("MESH4203");
        plan.Of(ApplyAction.Create).Should().ContainSingle().Which.Key.Name.Should().Be("settings");
    }

    [Test]
    public async Task Who_may_not_is_told_so_and_nothing_is_applied()
    {
        using KubernetesApiClient viewer = KubernetesApiClient.Connect(Cluster.ConnectionWith(Lab.ViewerToken));

        ApplyResult result = await new ServerSideApplier(viewer).ApplyAsync(Maps(3), ApplyOptions.Default);

        result.Failed.Should().HaveCount(3).And.OnlyContain(o => o.Reason!.Code == "MESH4201" && o.Reason.Message.Contains("viewer"));
        (await NamesAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Drift_tells_what_changed_and_whose_it_is()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = new("drift", Namespace) { Prunes = true } };
        await Applier.ApplyAsync(Maps(3).Add(Map("left-over")), options);
        await ApplyAsAnotherAsync(Set(Map("map-0", "2")));
        await Client.DeleteAsync(ResourceKey.Of(Map("map-1")), KubernetesDeleteOptions.Default);

        ApplyPlan drift = await Applier.GetDriftAsync(Maps(3), options);

        drift.Objects.Select(o => o.ToString()).Should().BeEquivalentTo(
            $"Change ConfigMap {Namespace}/map-0", $"Create ConfigMap {Namespace}/map-1", $"Prune ConfigMap {Namespace}/left-over");
        drift.Of(ApplyAction.Change).Single().Fields.Should().ContainSingle(f => f.Path == "data.key")
            .Which.Should().Be(new PlannedField { Path = "data.key", Before = "2", After = "1", Owners = ["another"] });
    }

    [Test]
    public void Objects_of_several_clusters_need_an_applier_each()
    {
        ResourceSet set = Set(Map("settings")).Add(Map("settings"), "west");

        Func<Task> plan = () => Applier.PlanAsync(set, ApplyOptions.Default);

        plan.Should().ThrowAsync<ArgumentException>().WithMessage("*FanOutApplier*");
    }

    private ServiceAccount Account(params string[] pullSecrets) => new()
    {
        Metadata = new("bot", Namespace),
        ImagePullSecrets = [.. pullSecrets.Select(name => new LocalObjectReference { Name = name })],
    };
}
