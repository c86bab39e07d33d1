using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Attachment;

public sealed class DetachTests : AttachFixture
{
    [Test]
    public async Task Nothing_is_left_of_what_attaching_made()
    {
        await AttachAsync();

        ApplyResult result = await Mesh.DetachAsync(Peer);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await ObjectsAsync(Peer)).Should().BeEmpty();
        (await ObjectsAsync(Host)).Should().BeEmpty();
    }

    [Test]
    public async Task Objects_of_others_stay_and_the_namespace_with_them()
    {
        await AttachAsync();
        await Mesh[Peer].Client.ApplyAsync(Objects.ConfigMap(Namespace, "theirs"), new() { FieldManager = "helm" });
        await Mesh[Host].Client.ApplyAsync(Objects.ConfigMap(Namespace, "theirs"), new() { FieldManager = "helm" });

        ApplyResult result = await Mesh.DetachAsync(Peer);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Of(ApplyStatus.Skipped).Should().HaveCount(2).And.OnlyContain(o => o.Reason!.Code == "MESH4313");
        (await ObjectsAsync(Peer)).Should().BeEquivalentTo("ConfigMap theirs", $"Namespace {Namespace}");
        (await ObjectsAsync(Host)).Should().BeEquivalentTo("ConfigMap theirs", $"Namespace {Namespace}");
        (await Mesh[Peer].Client.GetAsync(new("", "v1", "Namespace", "", Namespace))).Metadata.Labels.Keys.Should().NotContain(k => k.Contains("mesh.sdk"));
    }

    [Test]
    public async Task What_old_controllers_put_into_every_namespace_does_not_keep_it()
    {
        await AttachAsync();
        KubernetesWriteOptions controllers = new() { FieldManager = "kube-controller-manager", Force = true };
        await Mesh[Peer].Client.ApplyAsync(new ServiceAccount { Metadata = new("default", Namespace) }, controllers);
        await Mesh[Peer].Client.ApplyAsync(
            new Secret { Metadata = new("default-token-x7k2p", Namespace) { Annotations = [new("kubernetes.io/service-account.name", "default")] }, Type = "kubernetes.io/service-account-token" },
            controllers);

        ApplyResult result = await Mesh.DetachAsync(Peer);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Of(ApplyStatus.Deleted).Should().Contain(o => o.Key.Kind == "Namespace" && o.Key.Cluster == Peer);
    }

    [Test]
    public async Task A_namespace_of_others_gets_its_annotation_and_loses_it_again()
    {
        await Mesh[Peer].Client.ApplyAsync(new Namespace { Metadata = new(Namespace) { Labels = [new("team", "mesh")] } }, new() { FieldManager = "helm" });
        await AttachAsync();
        (await Mesh[Peer].Client.GetAsync(new("", "v1", "Namespace", "", Namespace))).Metadata.Annotations["topology.istio.io/controlPlaneClusters"].Should().Be("east");

        await Mesh.DetachAsync(Peer);

        var left = (await Mesh[Peer].Client.GetAsync(new("", "v1", "Namespace", "", Namespace))).Metadata;
        left.Annotations.Should().BeEmpty();
        left.Labels.Keys.Where(k => k != "kubernetes.io/metadata.name").Should().Equal("team");
    }

    [Test]
    public async Task A_peer_that_is_gone_is_forgotten_by_the_host()
    {
        await AttachAsync();
        using ConnectedMesh mesh = new(Definition, [Connected(East), new(Peer, West.Connection, Dead()), Connected(North)]);

        ApplyResult result = await mesh.DetachAsync(Peer);

        result.IsSuccess.Should().BeFalse();
        result.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4303");
        (await ObjectsAsync(Host)).Should().BeEmpty();
    }

    [Test]
    public async Task What_is_not_in_the_namespace_goes_too_when_somebody_deleted_that()
    {
        await AttachAsync();
        await Mesh[Peer].Client.DeleteAsync(new("", "v1", "Namespace", "", Namespace), KubernetesDeleteOptions.Default);

        ApplyResult result = await Mesh.DetachAsync(Peer);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await ObjectsAsync(Peer)).Should().BeEmpty();
    }

    [Test]
    public async Task A_namespace_that_a_rendered_mesh_owns_by_now_stays()
    {
        await AttachAsync();
        ResourceSet rendered = ResourceSet.From([new Namespace { Metadata = new(Namespace) { Labels = [new("team", "mesh")] } }], Peer);
        ApplyOptions options = ApplyOptions.Default with { Set = new($"rendered-{Namespace}"), ForeignObjects = ForeignObjectPolicy.Adopt };
        ApplyResult adopted = await Mesh.Applier.ApplyAsync(rendered, options);
        adopted.IsSuccess.Should().BeTrue(adopted.ToTable());

        await Mesh.DetachAsync(Peer);

        (await ObjectsAsync(Peer)).Should().BeEquivalentTo($"Namespace {Namespace}");
    }

    [Test]
    public async Task One_peer_goes_and_the_other_stays()
    {
        await AttachAsync();
        await AttachAsync("north");

        await Mesh.DetachAsync(Peer);

        MeshStatus status = await Mesh.GetStatusAsync();
        status.Clusters.Select(c => c.Status).Should().Equal(MeshClusterState.Available, MeshClusterState.Unmanaged, MeshClusterState.Available);
    }

    [Test]
    public async Task Detaching_what_is_not_attached_does_nothing()
    {
        ApplyResult result = await Mesh.DetachAsync(Peer);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Unchanged);
    }

    private static KubernetesApiClient Dead() => KubernetesApiClient.Connect(
        new() { Server = new($"https://127.0.0.1:{Lab.FreePort()}") },
        new() { Retry = new() { MaxRetries = 0 } });
}
