using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Attachment;

public sealed class StatusTests : AttachFixture
{
    [Test]
    public async Task Clusters_are_available_once_they_are_attached()
    {
        await AttachAsync();

        MeshStatus status = await Mesh.GetStatusAsync();

        status.Clusters.Select(c => (c.Name, c.Status, c.RemoteSecret)).Should().Equal(
            ("east", MeshClusterState.Available, RemoteSecretState.NotNeeded),
            ("west", MeshClusterState.Available, RemoteSecretState.Synced),
            ("north", MeshClusterState.Unmanaged, RemoteSecretState.Missing));
        status.Clusters.Should().OnlyContain(c => c.IsReachable && c.KubernetesVersion!.StartsWith("v1."));
        status.Clusters[2].Message.Should().Be("The host 'east' has no credential of the cluster.");
    }

    [Test]
    public async Task A_cluster_that_hangs_does_not_delay_the_others()
    {
        await AttachAsync();
        ManualTime time = new(TimeSpan.FromSeconds(10));
        using ConnectedMesh mesh = new(Definition, [Connected(East), Connected(West), new("north", North.Connection, new(new SilentTransport(North.Server)))]) { Time = time };

        Task<MeshStatus> asking = mesh.GetStatusAsync();
        await time.WhenAsync(made: 6, left: 1);
        time.EndAll();

        MeshStatus status = await asking;
        status.Clusters.Select(c => c.Status).Should().Equal(MeshClusterState.Available, MeshClusterState.Available, MeshClusterState.Unreachable);
        status.Clusters[2].Message.Should().Be("It gave no answer within 10 s.");
    }

    [Test]
    public async Task A_token_that_has_ended_is_told_and_attaching_renews_it()
    {
        AttachOptions bound = Options with { Token = AttachToken.Bound(TimeSpan.FromHours(1)) };
        await Mesh.AttachAsync(Peer, bound);
        KubernetesConnection held = KubeConfig.Parse(await HeldAsync()).GetConnection();
        await HoldAsync(new()
        {
            Cluster = Peer,
            Namespace = Namespace,
            Server = held.Server,
            CertificateAuthorityPem = held.CertificateAuthorityPem,
            Token = LabTokens.Ended(West, await TokenAsync()),
        });

        ClusterStatus ended = (await Mesh.GetStatusAsync()).Clusters[1];
        ApplyResult renewed = await Mesh.AttachAsync(Peer, bound);

        ended.Status.Should().Be(MeshClusterState.ReconcileFailed);
        ended.RemoteSecret.Should().Be(RemoteSecretState.Refused);
        ended.TokenExpiresAt.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1));
        ended.Message.Should().Be("The token that the hosts hold ended at 1970-01-01 00:00:01Z.");
        renewed.Of(ApplyStatus.Changed).Should().ContainSingle();
        (await Mesh.GetStatusAsync()).Clusters[1].Status.Should().Be(MeshClusterState.Available);
    }

    [Test]
    public async Task A_credential_that_istiod_refuses_is_told_and_not_run()
    {
        string proof = Path.Combine(Path.GetTempPath(), $"{Namespace}-was-run");
        string kubeConfig = KubeConfigText.Of(West, $"{{exec: {{command: touch, args: [{proof}], apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}}}");
        await Mesh[Host].Client.ApplyAsync(new Namespace { Metadata = new(Namespace) }, KubernetesWriteOptions.Default);
        await Mesh[Host].Client.ApplyAsync(
            new Secret { Metadata = new("by-hand", Namespace) { Labels = [new("istio/multiCluster", "true")] }, StringData = [new(Peer, kubeConfig)] },
            KubernetesWriteOptions.Default);

        ClusterStatus status = (await Mesh.GetStatusAsync()).Clusters[1];

        status.RemoteSecret.Should().Be(RemoteSecretState.Unusable);
        status.Message.Should().Contain("by-hand").And.Contain("a program to run");
        File.Exists(proof).Should().BeFalse();
    }

    [Test]
    public async Task A_file_that_a_credential_names_is_not_opened()
    {
        string kubeConfig = KubeConfigText.Of(West, "{client-certificate: admin.crt, client-key: admin.key}");
        await Mesh[Host].Client.ApplyAsync(new Namespace { Metadata = new(Namespace) }, KubernetesWriteOptions.Default);
        await Mesh[Host].Client.ApplyAsync(
            new Secret { Metadata = new("by-hand", Namespace) { Labels = [new("istio/multiCluster", "true")] }, StringData = [new(Peer, kubeConfig)] },
            KubernetesWriteOptions.Default);

        ClusterStatus status = (await Mesh.GetStatusAsync()).Clusters[1];

        status.Message.Should().Contain("the path of a certificate,");
    }

    [Test]
    public async Task The_address_of_the_gateway_and_the_version_of_istiod_are_read()
    {
        await AttachAsync();
        KubernetesApiClient east = Mesh[Host].Client;
        await east.ApplyAsync(Parse($$$"""
            apiVersion: v1
            kind: Service
            metadata: {name: gateway, namespace: {{{Namespace}}}, labels: {istio: eastwestgateway} }
            spec: {type: LoadBalancer, ports: [{port: 15443}]}
            """), KubernetesWriteOptions.Default);
        IResource status = Parse($$$"""
            apiVersion: v1
            kind: Service
            metadata: {name: gateway, namespace: {{{Namespace}}} }
            status: {loadBalancer: {ingress: [{ip: 15.236.163.90}]}}
            """);
        await east.ApplySubresourceAsync(ResourceKey.Of(status), "status", status, KubernetesWriteOptions.Default);
        await east.ApplyAsync(Parse($$$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: istiod, namespace: {{{Namespace}}}, labels: {app: istiod} }
            spec:
              selector: {matchLabels: {app: istiod} }
              template: {metadata: {labels: {app: istiod} }, spec: {containers: [{name: discovery, image: "registry:5000/pilot:1.29.0"}]}}
            """), KubernetesWriteOptions.Default);

        MeshStatus all = await Mesh.GetStatusAsync();

        all.Clusters[0].GatewayAddresses.Should().Equal("15.236.163.90");
        all.Clusters[0].IstioVersion.Should().Be("1.29.0");
        all.ToTable().Should().StartWith("Name   Type  Status     Gateway Address  Istio Control Plane");
    }

    private static IResource Parse(string yaml) => new ResourceReader(ResourceKinds.None).Read(yaml)[0];

    private async Task HoldAsync(RemoteSecret secret)
    {
        Secret marked = secret.ToSecret();
        IResource live = (await FindAsync(Host, Secret.Definition, secret.Name))!;
        await Mesh[Host].Client.ApplyAsync(marked with { Metadata = marked.Metadata with { Labels = live.Metadata.Labels } }, new() { FieldManager = "mesh-sdk-attachment" });
    }
}
