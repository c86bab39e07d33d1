using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>A mesh as it is rendered, on a cluster with Istio's definitions, and what kubectl says of it.</summary>
public sealed class RenderedMeshTests
{
    private const string Cluster = "host";

    private static readonly ServiceMesh Mesh = ServiceMesh.Define("backyards", m => m
        .AddCluster(Cluster, c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90"))
        .AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43"))
        .AddDemoApplication(d => d
            .OnHost(Cluster, "bombardier", "frontpage")
            .OnPeer("aws", "frontpage", "bookings", "catalog")
            .WithService("frontpage", s => s.ExposedAt("frontpage.example.org").FailsOver(from: "eu-west-3", to: "eu-west-2").EjectsOutliers())));

    private static readonly ResourceSet Objects = Mesh.Render().Where(e => e.Cluster == Cluster);

    private Lab _lab = null!;
    private KubernetesApiClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _lab = await Lab.StartAsync(Cluster);
        _client = _lab[Cluster].Connect();
        await _lab[Cluster].DefineAsync("istio");
        ApplyResult result = await new ServerSideApplier(_client).ApplyAsync(Objects, ApplyOptions.Default with { Set = new("mesh") { Prunes = true } });
        result.IsSuccess.Should().BeTrue(result.ToTable());
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_lab is not null)
        {
            _client.Dispose();
            await _lab.DisposeAsync();
        }
    }

    [Test]
    public async Task Kubectl_would_change_nothing_of_a_rendered_mesh()
    {
        (int exitCode, string difference) = await Kubectl.RunAsync(_lab[Cluster], Objects.Resources.ToYaml(), "diff", "--server-side", "-f", "-");

        (exitCode, difference).Should().Be((0, ""));
        Objects.Select(e => e.Key.Kind).Should().Contain(["Namespace", "Deployment", "Service", "DestinationRule", "VirtualService", "Gateway"]);
    }

    [Test]
    public async Task Kustomize_builds_the_folder_of_a_cluster_and_kubectl_would_change_nothing_of_it()
    {
        string folder = Directory.CreateTempSubdirectory("mesh-tree-").FullName;
        (await new DirectoryApplier(folder).ApplyAsync(Objects, ApplyOptions.Default)).IsSuccess.Should().BeTrue();

        (int built, string text) = await Kubectl.RunAsync(_lab[Cluster], "", "kustomize", Path.Combine(folder, Cluster));
        (int same, string difference) = await Kubectl.RunAsync(_lab[Cluster], text, "diff", "--server-side", "-f", "-");
        Directory.Delete(folder, recursive: true);

        built.Should().Be(0, text);
        (same, difference).Should().Be((0, ""));
        new ResourceReader(ResourceKinds.None).Read(text).Should().HaveCount(Objects.Count);
    }

    [Test]
    public async Task The_definitions_of_Istio_can_be_applied_too()
    {
        _lab[Cluster].Requires(23, "A definition with x-kubernetes-validations");
        ResourceSet definitions = ResourceSet.From(SharedDefinitions.Read("istio"));
        ApplyOptions options = ApplyOptions.Default with { ForeignObjects = ForeignObjectPolicy.Adopt };
        ServerSideApplier applier = new(_client);

        ApplyResult result = await applier.ApplyAsync(definitions, options);

        result.IsSuccess.Should().BeTrue(result.ToTable());
        (await applier.PlanAsync(definitions, options)).HasChanges.Should().BeFalse();
    }

    [Test]
    public async Task Planning_it_again_in_batches_finds_everything_as_it_is()
    {
        ApplyOptions options = ApplyOptions.Default with { Set = new("mesh") };

        List<ApplyResult> results = await new ServerSideApplier(_client).ApplyInBatchesAsync(Objects.ToAsyncEnumerable(), 5, options).ToListAsync();

        results.SelectMany(r => r.Objects).Should().HaveCount(Objects.Count).And.OnlyContain(o => o.Status == ApplyStatus.Unchanged);
    }
}
