using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.IntegrationTests.Attachment;

/// <summary>What stands in the way of attaching is found before anything is changed.</summary>
public sealed class AttachRefusalTests : AttachFixture
{
    [Test]
    public async Task An_address_that_is_another_machine_for_the_host_is_refused() =>
        await RefusesAsync(Mesh, AttachOptions.Default, "MESH4302");

    [Test]
    public async Task Missing_permissions_are_told_all_at_once()
    {
        using ConnectedMesh mesh = MeshWith(West.ConnectionWith(Lab.ViewerToken));

        ApplyResult result = await RefusesAsync(mesh, Options, "MESH4304");

        result.Findings[0].Message.Should().Contain("create secrets in istio-").And.Contain("patch clusterroles.rbac.authorization.k8s.io").And.StartWith("On the cluster 'west'");
    }

    [Test]
    public async Task A_cluster_that_never_answers_is_given_up()
    {
        ManualTime time = new(TimeSpan.FromSeconds(10));
        using ConnectedMesh mesh = new(Definition, [Connected(East), Silent(West), Connected(North)]) { Time = time };

        Task<AttachPreview> asking = mesh.PreviewAttachAsync(Peer, Options);
        await time.WhenAsync(made: 5, left: 1);
        time.EndAll();

        (await asking).Findings.Should().ContainSingle().Which.Message.Should().Be("The cluster 'west' can't be asked: It gave no answer within 10 s.");
    }

    [Test]
    public async Task An_address_that_does_not_answer_is_refused()
    {
        Uri nobody = new($"https://127.0.0.1:{Lab.FreePort()}");

        await RefusesAsync(Mesh, Options with { Server = nobody }, "MESH4305");
    }

    [Test]
    public async Task A_cluster_that_the_host_knows_from_another_secret_is_refused()
    {
        await Mesh[Host].Client.ApplyAsync(new Namespace { Metadata = new(Namespace) }, Objects.Plain);
        await Mesh[Host].Client.ApplyAsync(
            new Secret { Metadata = new("by-hand", Namespace) { Labels = [new("istio/multiCluster", "true")] }, StringData = [new(Peer, "kind: Config")] },
            Objects.Plain);

        ApplyResult result = await Mesh.AttachAsync(Peer, Options);

        result.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4306");
        (await ObjectsAsync(Peer)).Should().BeEmpty();
    }

    [Test]
    public async Task Peer_and_host_behind_one_address_are_refused()
    {
        using ConnectedMesh mesh = MeshWith(East.Connection);

        ApplyResult result = await mesh.AttachAsync(Peer, Options);

        result.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4314");
    }

    [Test]
    public async Task A_kind_that_the_host_does_not_serve_is_named()
    {
        using ConnectedMesh mesh = new(Definition with { Clusters = [.. Definition.Clusters.Select(c => c with { Role = c.Name == "north" ? MeshClusterRole.Host : MeshClusterRole.Peer })] }, [Connected(East), Connected(West), Connected(North)]);

        ApplyResult result = await RefusesAsync(mesh, Options with { Form = AttachForm.BanzaiOperator }, "MESH4308");

        result.Findings.Errors.Single().Message.Should().Be("The cluster 'north' does not serve RemoteIstio.v1beta1.istio.banzaicloud.io.");
    }

    [Test]
    public async Task A_cluster_without_server_side_apply_is_refused()
    {
        await West.Faults.AddAsync(new("^/version") { Status = 200, Body = """{"major":"1","minor":"21+","gitVersion":"v1.21.14-gke"}""", Times = 0 });

        ApplyResult result = await RefusesAsync(Mesh, Options, "MESH4307");

        result.Findings.Errors.Single().Message.Should().Be("The cluster 'west' runs Kubernetes v1.21.14-gke, and attaching needs 1.22 for server-side apply.");
    }

    [Test]
    public async Task A_connection_without_a_certificate_authority_has_none_to_give_with_a_bound_token()
    {
        using ConnectedMesh mesh = MeshWith(West.Connection with { SkipsTlsVerification = true, CertificateAuthorityPem = null });

        await RefusesAsync(mesh, Options with { Token = AttachToken.Bound(TimeSpan.FromHours(1)) }, "MESH4315");

        (await mesh.PreviewAttachAsync(Peer, Options)).Findings.Errors.Should().BeEmpty("the Secret of a token that lives long has the authority");
    }

    [Test]
    public async Task A_connection_that_checks_no_certificate_is_told_before_anything_else()
    {
        string[] lines = await File.ReadAllLinesAsync(West.KubeConfigPath);
        string insecure = string.Join('\n', lines.Select(line => line.Contains("certificate-authority-data", StringComparison.Ordinal) ? "    insecure-skip-tls-verify: true" : line));
        using ConnectedMesh mesh = MeshWith(KubeConfig.Parse(insecure).GetConnection());

        (await mesh.PreviewAttachAsync(Peer, Options)).Findings[0].Code.Should().Be("MESH4112");
    }

    [Test]
    public async Task A_credential_that_the_peer_refuses_never_reaches_the_host()
    {
        NeedsTokenInSecret();
        await Mesh[Peer].Client.ApplyAsync(new ClusterRole { Metadata = new($"istio-reader-clusterrole-{Namespace}") }, new() { FieldManager = "another" });

        ApplyResult result = await Mesh.AttachAsync(Peer, Options);

        result.Findings.Errors.Should().ContainSingle().Which.Code.Should().Be("MESH4311");
        (await FindAsync(Host, Secret.Definition, $"istio-remote-secret-{Peer}")).Should().BeNull();
    }

    [Test]
    public async Task A_cluster_that_the_mesh_does_not_have_is_misuse()
    {
        await Mesh.Awaiting(m => m.AttachAsync("wset", Options)).Should().ThrowAsync<ArgumentException>().WithMessage("*Did you mean 'west'?*");
        await Mesh.Awaiting(m => m.AttachAsync(Host, Options)).Should().ThrowAsync<ArgumentException>().WithMessage("*only host*");
    }

    private ConnectedMesh MeshWith(KubernetesConnection west) =>
        new(Definition, [Connected(East), new(Peer, west, KubernetesApiClient.Connect(west)), Connected(North)]);

    private static ConnectedCluster Silent(LabCluster cluster) => new(cluster.Name, cluster.Connection, new(new SilentTransport(cluster.Server)));

    private async Task<ApplyResult> RefusesAsync(ConnectedMesh mesh, AttachOptions options, string code)
    {
        ApplyResult result = await mesh.AttachAsync(Peer, options);

        result.IsSuccess.Should().BeFalse();
        result.Findings.Errors.Should().ContainSingle().Which.Code.Should().Be(code);
        result.Objects.Should().NotBeEmpty().And.OnlyContain(o => o.Status == ApplyStatus.NotAttempted);
        (await ObjectsAsync(Peer)).Should().BeEmpty();
        (await ObjectsAsync(Host)).Should().BeEmpty();
        return result;
    }
}
