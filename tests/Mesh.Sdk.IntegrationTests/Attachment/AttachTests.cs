using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Attachment;

public sealed class AttachTests : AttachFixture
{
    private const string ServiceAccountName = "istio-reader-service-account";

    [Test]
    public async Task Every_object_is_created_once_and_unchanged_the_second_time()
    {
        ApplyResult first = await AttachAsync();
        ApplyResult second = await AttachAsync();

        string[] objects =
        [
            $"west: Namespace {Namespace}",
            $"west: ServiceAccount {Namespace}/{ServiceAccountName}",
            $"west: ClusterRole istio-reader-clusterrole-{Namespace}",
            $"west: ClusterRoleBinding istio-reader-clusterrole-{Namespace}",
            $"west: Secret {Namespace}/{ServiceAccountName}-istio-remote-secret-token",
            $"east: Namespace {Namespace}",
            $"east: Secret {Namespace}/istio-remote-secret-west",
        ];
        first.Objects.Select(o => o.Key.ToString()).Should().BeEquivalentTo(objects);
        first.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Created, first.ToTable());
        second.Objects.Select(o => o.Key.ToString()).Should().BeEquivalentTo(objects);
        second.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Unchanged, second.ToTable());
    }

    [Test]
    public async Task The_host_holds_what_istioctl_would_write()
    {
        await AttachAsync();

        IResource secret = (await FindAsync(Host, Secret.Definition, "istio-remote-secret-west"))!;
        UntypedResource token = (UntypedResource)(await FindAsync(Peer, Secret.Definition, $"{ServiceAccountName}-istio-remote-secret-token"))!;
        string authority = token.Fields["data"]!.Fields["ca.crt"]!.Text!;
        string bearer = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(token.Fields["data"]!.Fields["token"]!.Text!));
        secret.Metadata.Labels["istio/multiCluster"].Should().Be("true");
        secret.Metadata.Annotations["networking.istio.io/cluster"].Should().Be("west");
        (await HeldAsync()).Should().Be($$"""
            apiVersion: v1
            clusters:
            - cluster:
                certificate-authority-data: {{authority}}
                server: {{West.Server.OriginalString}}
              name: west
            contexts:
            - context:
                cluster: west
                user: west
              name: west
            current-context: west
            kind: Config
            users:
            - name: west
              user:
                token: {{bearer}}

            """);
    }

    [Test]
    public async Task The_credential_reads_and_does_nothing_else()
    {
        await AttachAsync();
        using KubernetesApiClient istiod = KubernetesApiClient.Connect(KubeConfig.Parse(await HeldAsync()).GetConnection());

        (await istiod.CanAsync(new("watch", "", "endpoints"))).IsAllowed.Should().BeTrue();
        (await istiod.CanAsync(new("list", "networking.istio.io", "destinationrules"))).IsAllowed.Should().BeTrue();
        (await istiod.CanAsync(new("create", "", "pods"))).IsAllowed.Should().BeFalse();
        (await istiod.CanAsync(new("delete", "", "secrets"))).IsAllowed.Should().BeFalse();
        (await istiod.CanAsync(new("*", "*", "*"))).IsAllowed.Should().BeFalse();
    }

    [Test]
    public async Task The_preview_names_context_and_server_and_a_refusal_changes_nothing()
    {
        AttachPreview? asked = null;
        ApplyResult result = await Mesh.AttachAsync(Peer, Options with { Confirm = (p, _) => Task.FromResult((asked = p) is null) });

        asked!.ToString().Should().Be($"west (API Server: {West.Server.OriginalString})");
        asked.Findings.Should().BeEmpty();
        result.WasCancelled.Should().BeTrue();
        result.Objects.Should().HaveCount(7).And.OnlyContain(o => o.Status == ApplyStatus.NotAttempted);
        (await ObjectsAsync(Peer)).Should().BeEmpty();
        (await ObjectsAsync(Host)).Should().BeEmpty();
    }

    [Test]
    public async Task Steps_are_told_in_order()
    {
        NeedsTokenInSecret();
        List<string> steps = [];

        await Mesh.AttachAsync(Peer, Options, new Steps(steps));

        steps.Should().Equal(
            "checking clusters and permissions",
            "creating service account and rbac permissions",
            "retrieving service account token",
            "configuring host name=east",
            "attaching cluster finished successfully name=west");
    }

    [Test]
    public async Task Objects_of_others_are_used_and_left_alone()
    {
        KubernetesApiClient west = Mesh[Peer].Client;
        await west.ApplyAsync(new Namespace { Metadata = new(Namespace) }, new() { FieldManager = "helm" });
        await west.ApplyAsync(new ServiceAccount { Metadata = new(ServiceAccountName, Namespace) { Labels = [new("app", "istiod")] } }, new() { FieldManager = "helm" });

        ApplyResult result = await AttachAsync();

        result.Of(ApplyStatus.Skipped).Should().ContainSingle().Which.Key.Kind.Should().Be("ServiceAccount");
        (await FindAsync(Peer, ServiceAccount.Definition, ServiceAccountName))!.Metadata.Labels.Should().BeEquivalentTo(new Dictionary<string, string> { ["app"] = "istiod" });
    }

    [Test]
    public async Task A_bound_token_has_an_end_and_is_kept_until_half_of_it_is_over()
    {
        InstantTime time = new(TimeSpan.Zero);
        using ConnectedMesh mesh = new(Definition, [Connected(East), Connected(West), Connected(North)]) { Time = time };
        AttachOptions bound = Options with { Token = AttachToken.Bound(TimeSpan.FromHours(2)) };

        await mesh.AttachAsync(Peer, bound);
        string first = await TokenAsync();
        ApplyResult early = await mesh.AttachAsync(Peer, bound);
        string second = await TokenAsync();
        time.Advance(TimeSpan.FromMinutes(61));
        ApplyResult late = await mesh.AttachAsync(Peer, bound);

        early.Objects.Should().OnlyContain(o => o.Status == ApplyStatus.Unchanged, early.ToTable());
        second.Should().Be(first);
        late.Of(ApplyStatus.Changed).Should().ContainSingle().Which.Key.Name.Should().Be("istio-remote-secret-west");
        (await mesh.GetStatusAsync()).Clusters[1].TokenExpiresAt.Should().BeAfter(TimeProvider.System.GetUtcNow().AddMinutes(110));
        (await ObjectsAsync(Peer)).Should().NotContain(o => o.Contains("token"));
    }

    [Test]
    public async Task The_token_of_a_named_secret_is_used()
    {
        NeedsTokenInSecret();
        KubernetesApiClient west = Mesh[Peer].Client;
        await west.ApplyAsync(new Namespace { Metadata = new(Namespace) }, Objects.Plain);
        await west.ApplyAsync(new ServiceAccount { Metadata = new(ServiceAccountName, Namespace) }, Objects.Plain);
        await west.ApplyAsync(
            new Secret { Metadata = new("mine", Namespace) { Annotations = [new("kubernetes.io/service-account.name", ServiceAccountName)] }, Type = "kubernetes.io/service-account-token" },
            Objects.Plain);

        ApplyResult result = await Mesh.AttachAsync(Peer, Options with { Token = AttachToken.InSecret("mine") });
        ApplyResult missing = await Mesh.AttachAsync(Peer, Options with { Token = AttachToken.InSecret("another") });

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Objects.Should().NotContain(o => o.Key.Kind == "Secret" && o.Key.Cluster == Peer);
        missing.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4309");
    }

    [Test]
    public async Task The_form_of_the_banzai_operator_is_a_secret_of_the_clusters_name_and_a_remote_istio()
    {
        NeedsTokenInSecret();
        ApplyResult defined = await new ServerSideApplier(Mesh[Host].Client)
            .ApplyAsync(ResourceSet.From([Definitions.RemoteIstio]), ApplyOptions.Default with { ReadinessTimeout = TimeSpan.FromMinutes(1) });
        defined.IsSuccess.Should().BeTrue(defined.ToTable());

        ApplyResult result = await Mesh.AttachAsync(Peer, Options with { Form = AttachForm.BanzaiOperator });

        result.IsSuccess.Should().BeTrue(result.ToTable());
        result.Findings.Should().ContainSingle().Which.Code.Should().Be("MESH4310");
        IResource secret = (await FindAsync(Host, Secret.Definition, Peer))!;
        secret.Metadata.Labels.Should().NotContainKey("istio/multiCluster");
        (await Mesh[Host].Client.FindAsync(new("istio.banzaicloud.io", "v1beta1", "RemoteIstio", Namespace, Peer))).Should().NotBeNull();
    }

    private sealed class Steps(List<string> steps) : IProgress<AttachEvent>
    {
        public void Report(AttachEvent value) => steps.Add(value.ToString());
    }
}
