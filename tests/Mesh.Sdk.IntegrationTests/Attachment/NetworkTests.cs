using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Attachment;

/// <summary>Clusters with networks of their own, which reach each other through gateways.</summary>
public sealed class NetworkTests : AttachFixture
{
    private static readonly string[] Gateway = ["ServiceAccount istio-eastwestgateway-service-account", "Service istio-eastwestgateway", "Deployment istio-eastwestgateway"];

    private ConnectedMesh _mesh = null!;

    [SetUp]
    public async Task Part()
    {
        await East.DefineAsync("istio");
        _mesh = new(Definition with { Clusters = [.. Definition.Clusters.Select(c => c with { Network = c.Name })] }, [Connected(East), Connected(West), Connected(North)]);
    }

    [TearDown]
    public void Close() => _mesh?.Dispose();

    [Test]
    public async Task Gateways_stand_on_both_sides_and_the_host_exposes_its_services()
    {
        NeedsTokenInSecret();
        ApplyResult first = await _mesh.AttachAsync(Peer, Options);
        ApplyResult second = await _mesh.AttachAsync(Peer, Options);

        first.IsSuccess.Should().BeTrue(first.ToTable());
        second.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Unchanged, second.ToTable());
        (await ObjectsAsync(Host)).Should().Contain(Gateway);
        (await ObjectsAsync(Peer)).Should().Contain(Gateway);
        (await _mesh[Host].Client.FindAsync(Exposure)).Should().NotBeNull();
        (await _mesh[Peer].Client.GetAsync(new("", "v1", "Namespace", "", Namespace))).Metadata.Labels["topology.istio.io/network"].Should().Be("west");
        ClusterStatus pending = (await _mesh.GetStatusAsync()).Clusters[1];
        (pending.Status, pending.Message).Should().Be((MeshClusterState.ReconcileFailed, "gateway is pending"));
    }

    [Test]
    public async Task What_peers_share_goes_with_the_last_of_them()
    {
        NeedsTokenInSecret();
        await _mesh.AttachAsync(Peer, Options);
        await _mesh.AttachAsync("north", Options);

        await _mesh.DetachAsync(Peer);
        IResource? shared = await _mesh[Host].Client.FindAsync(Exposure);
        await _mesh.DetachAsync("north");

        shared.Should().NotBeNull();
        (await _mesh[Host].Client.FindAsync(Exposure)).Should().BeNull();
        (await ObjectsAsync(Host)).Should().BeEmpty();
        (await ObjectsAsync(Peer)).Should().BeEmpty();
        (await ObjectsAsync("north")).Should().BeEmpty();
    }

    private ResourceKey Exposure => new("networking.istio.io", "v1", "Gateway", Namespace, "cross-network-gateway");
}
