using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>Sets as kubectl knows them.</summary>
public sealed class ApplySetTests : ApplyFixture
{
    private static readonly string[] Prune = ["apply", "--server-side", "--field-manager", "mesh-sdk", "--prune", "-f", "-"];

    private ApplyOptions Options => ApplyOptions.Default with { Set = new("release", Namespace) { Prunes = true } };

    [OneTimeSetUp]
    public void AllowKubectl() => Environment.SetEnvironmentVariable("KUBECTL_APPLYSET", "true");

    [Test]
    public async Task Kubectl_goes_on_with_our_set_and_prunes_its_members()
    {
        string other = await Client.NewNamespaceAsync();
        ResourceSet set = Maps(2).Add(new Secret { Metadata = new("password", other), Data = [new("key", SecretText.ToBase64("1"))] });
        await Applier.ApplyAsync(set, Options);

        (int code, string output) = await Kubectl.RunAsync(Cluster, Map("map-0").ToYaml(), [.. Prune, "--applyset", "release", "--namespace", Namespace]);

        code.Should().Be(0, output);
        output.Should().Contain("configmap/map-0 serverside-applied").And.Contain("configmap/map-1 pruned").And.Contain("secret/password pruned").And.NotContain("WARNING");
        (await NamesAsync()).Should().Equal("map-0");
    }

    [Test]
    public async Task We_go_on_with_a_set_of_kubectl_and_prune_its_members()
    {
        (int code, string output) = await Kubectl.RunAsync(Cluster, Maps(2).Resources.ToYaml(), [.. Prune, "--applyset", "release", "--namespace", Namespace]);
        code.Should().Be(0, output);

        ApplyResult result = await Applier.ApplyAsync(Maps(1), Options);

        result.Objects.Select(o => $"{o.Key.Name} {o.Status}").Should().BeEquivalentTo("map-0 Unchanged", "map-1 Pruned");
        (await NamesAsync()).Should().Equal("map-0");
    }

    [Test]
    public async Task Only_members_are_pruned()
    {
        await Applier.ApplyAsync(Maps(2), Options);
        await Applier.ApplyAsync(Set(Map("of-nobody")), ApplyOptions.Default);

        ApplyResult result = await Applier.ApplyAsync(Maps(1), Options);

        result.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Name.Should().Be("map-1");
        (await NamesAsync()).Should().Equal("map-0", "of-nobody");
    }

    [Test]
    public async Task What_a_controller_made_of_a_member_with_the_labels_of_the_member_is_not_pruned()
    {
        await Applier.ApplyAsync(Maps(2), Options);
        IResource parent = await Client.GetAsync(ResourceKey.Of(Map("map-0")));
        ConfigMap child = Map("child") with
        {
            Metadata = new("child", Namespace)
            {
                Labels = parent.Metadata.Labels,
                OwnerReferences = [new() { ApiVersion = "v1", Kind = "ConfigMap", Name = "map-0", Uid = parent.Metadata.Uid! }],
            },
        };
        await Client.ApplyAsync(child, new() { FieldManager = "controller" });

        ApplyResult result = await Applier.ApplyAsync(Maps(1), Options);
        await Applier.DeleteAsync(Maps(1), Options);

        result.Of(ApplyStatus.Pruned).Should().ContainSingle().Which.Key.Name.Should().Be("map-1");
        (await NamesAsync()).Should().Equal("child");
        (await Client.FindAsync(Parent)).Should().BeNull("it is garbage collection that ends the child");
    }

    [Test]
    public async Task The_secret_covers_new_members_before_they_are_written_and_tells_where_they_are_afterwards()
    {
        await Applier.ApplyAsync(Maps(1).Add(new ServiceAccount { Metadata = new("bot", Namespace) }), Options);
        (await KindsAsync()).Should().Be("ConfigMap,ServiceAccount");
        await Cluster.Faults.AddAsync(new($"{Namespace}/serviceaccounts/bot") { Method = "DELETE", Status = 403 });

        ApplyResult failed = await Applier.ApplyAsync(Maps(1), Options);

        failed.IsSuccess.Should().BeFalse();
        (await KindsAsync()).Should().Be("ConfigMap,ServiceAccount", "a member is left");
        await Applier.ApplyAsync(Maps(1), Options);
        (await KindsAsync()).Should().Be("ConfigMap");
    }

    [Test]
    public async Task A_kind_whose_server_is_down_is_remembered_until_it_is_back()
    {
        string group = Widgets.NewGroup();
        LateDiscovery late = new(HttpTransport.Connect(Cluster.Connection), int.MaxValue);
        using KubernetesApiClient client = new(late, KubernetesClientOptions.Default);
        await client.Discovery.ListAsync();
        await Applier.ApplyAsync(Set(Widgets.Definition(group)), ApplyOptions.Default);
        await Applier.ApplyAsync(Maps(1).Merge(Set(Widgets.Widget(group, Namespace, "one"))), Options);

        ApplyResult down = await new ServerSideApplier(client).ApplyAsync(Maps(1), Options);
        ApplyResult deleted = await new ServerSideApplier(client).DeleteAsync(Maps(1), Options);
        string kinds = await KindsAsync();
        ApplyResult back = await Applier.ApplyAsync(ResourceSet.Empty, Options);

        down.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4208");
        deleted.IsSuccess.Should().BeTrue(deleted.ToTable());
        kinds.Should().Be($"ConfigMap,Widget.{group}");
        back.Of(ApplyStatus.Pruned).Should().ContainSingle(back.ToTable()).Which.Key.Kind.Should().Be("Widget");
    }

    [Test]
    public async Task A_kind_whose_definition_is_gone_is_forgotten()
    {
        string group = Widgets.NewGroup();
        await Applier.ApplyAsync(Set(Widgets.Definition(group)), ApplyOptions.Default);
        await Applier.ApplyAsync(Maps(1).Merge(Set(Widgets.Widget(group, Namespace, "one"))), Options);
        await Applier.DeleteAsync(Set(Widgets.Definition(group)), ApplyOptions.Default with { DeletesForeignContent = true, ReadinessTimeout = TimeSpan.FromMinutes(1) });
        Client.Discovery.Forget();

        await Applier.ApplyAsync(Maps(1), Options);

        (await KindsAsync()).Should().Be("ConfigMap");
    }

    [Test]
    public async Task The_namespace_of_the_set_may_be_a_member()
    {
        string inner = $"{Namespace}-inner";
        ApplyOptions options = ApplyOptions.Default with { Set = new("release", inner) { Prunes = true } };
        ResourceSet set = Set(new Namespace { Metadata = new(inner) }, new ConfigMap { Metadata = new("settings", inner) });

        ApplyResult result = await Applier.ApplyAsync(set, options);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await Applier.PlanAsync(set, options)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task The_secret_of_another_tool_is_left_alone()
    {
        await Client.ApplyAsync(new Secret { Metadata = new("release", Namespace) { Annotations = [new("applyset.kubernetes.io/tooling", "kpt/v1.0.0")] } }, new() { FieldManager = "kpt" });

        ApplyResult result = await Applier.ApplyAsync(Maps(2), Options);

        result.Failed.Should().HaveCount(2).And.OnlyContain(o => o.Reason!.Code == "MESH4206");
        (await NamesAsync()).Should().BeEmpty();
        (await Applier.PlanAsync(ResourceSet.Empty, Options)).Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4206", "a set that lost all its objects is not pruned either");
    }

    [Test]
    public async Task A_cluster_that_has_no_objects_of_the_set_gets_no_secret_of_it()
    {
        ApplyOptions elsewhere = ApplyOptions.Default with { Set = new("release", "not-on-this-cluster") { Prunes = true } };

        ApplyResult nowhere = await Applier.ApplyAsync(ResourceSet.Empty, elsewhere);
        ApplyResult here = await Applier.ApplyAsync(ResourceSet.Empty, Options);

        nowhere.IsSuccess.Should().BeTrue(nowhere.ToTable());
        here.IsSuccess.Should().BeTrue(here.ToTable());
        (await Client.FindAsync(Parent)).Should().BeNull();
    }

    [Test]
    public async Task The_secret_goes_with_the_last_member()
    {
        await Applier.ApplyAsync(Maps(2), Options);

        await Applier.DeleteAsync(Maps(1), Options);
        IResource? between = await Client.FindAsync(Parent);
        await Applier.DeleteAsync(Maps(2), Options);

        between.Should().NotBeNull();
        (await Client.FindAsync(Parent)).Should().BeNull();
    }

    [Test]
    public async Task Kubectl_finds_no_difference_and_sees_our_manager()
    {
        ResourceSet set = Maps(3);
        await Applier.ApplyAsync(set, ApplyOptions.Default);

        (int same, string diff) = await Kubectl.RunAsync(Cluster, set.Resources.ToYaml(), "diff", "--server-side", "--field-manager", "mesh-sdk", "-f", "-");
        (_, string shown) = await Kubectl.RunAsync(Cluster, "", "get", "configmap", "map-0", "--namespace", Namespace, "--show-managed-fields", "-o", "yaml");

        same.Should().Be(0, diff);
        diff.Should().BeEmpty();
        shown.Should().Contain("manager: mesh-sdk").And.Contain("operation: Apply");
    }

    private ResourceKey Parent => new("", "v1", "Secret", Namespace, "release");

    private async Task<string> KindsAsync() => (await Client.GetAsync(Parent)).Metadata.Annotations["applyset.kubernetes.io/contains-group-kinds"];
}
