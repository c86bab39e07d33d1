using Mesh.Sdk.Apply;
using Mesh.Sdk.Attachment;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.IntegrationTests.Attachment;

/// <summary>A mesh of the three clusters for each test, told apart by the namespace of its control plane: a host, and two peers.</summary>
public abstract class AttachFixture
{
    private protected const string Host = "east";
    private protected const string Peer = "west";

    private static int meshes;

    private protected AttachOptions Options { get; } = new() { AllowsLoopback = true };

    private protected string Namespace { get; private set; } = "";

    private protected ServiceMesh Definition { get; private set; } = null!;

    private protected ConnectedMesh Mesh { get; private set; } = null!;

    private protected LabCluster East { get; private set; } = null!;

    private protected LabCluster West { get; private set; } = null!;

    private protected LabCluster North { get; private set; } = null!;

    [SetUp]
    public async Task Connect()
    {
        (East, West, North) = (await SharedLab.EastAsync(), await SharedLab.WestAsync(), await SharedLab.NorthAsync());
        West.Requires(22, "Attaching");
        Namespace = $"istio-{Interlocked.Increment(ref meshes)}";
        Definition = ServiceMesh.Define("lab", m => m
            .WithIstioNamespace(Namespace)
            .AddCluster(Host, c => c.AsHost().InNetwork("flat").OnOtherProvider("one"))
            .AddCluster(Peer, c => c.AsPeer().InNetwork("flat").OnOtherProvider("two"))
            .AddCluster("north", c => c.AsPeer().InNetwork("flat").OnOtherProvider("three")));
        Mesh = new(Definition, [Connected(East), Connected(West), Connected(North)]);
    }

    [TearDown]
    public async Task Disconnect()
    {
        if (Mesh is not null)
        {
            await East.Faults.ClearAsync();
            await West.Faults.ClearAsync();
            Mesh.Dispose();
        }
    }

    private protected static ConnectedCluster Connected(LabCluster cluster) => new(cluster.Name, cluster.Connection, cluster.Connect());

    /// <summary>Skips the test where nothing fills Secrets with tokens.</summary>
    private protected void NeedsTokenInSecret() => West.RequiresController("A token in a Secret");

    private protected async Task<ApplyResult> AttachAsync(string peer = Peer)
    {
        NeedsTokenInSecret();
        ApplyResult result = await Mesh.AttachAsync(peer, Options);
        result.IsSuccess.Should().BeTrue(result.ToTable());
        return result;
    }

    private protected Task<IResource?> FindAsync(string cluster, ResourceKind kind, string name) =>
        Mesh[cluster].Client.FindAsync(new(kind.Group, kind.Version, kind.Name, kind.IsNamespaced == true ? Namespace : "", name));

    /// <summary>Returns the kubeconfig that the host holds of a cluster.</summary>
    private protected async Task<string> HeldAsync(string peer = Peer)
    {
        UntypedResource secret = (UntypedResource)(await FindAsync(Host, Secret.Definition, $"istio-remote-secret-{peer}"))!;
        return System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(secret.Fields["data"]!.Fields[peer]!.Text!));
    }

    private protected async Task<string> TokenAsync() => KubeConfig.Parse(await HeldAsync()).GetConnection().Token!.Value.Reveal();

    /// <summary>Returns all objects that belong to the mesh of this test, wherever they are.</summary>
    private protected async Task<List<string>> ObjectsAsync(string cluster)
    {
        List<string> all = [];
        foreach (ResourceKind kind in new[] { Secret.Definition, ServiceAccount.Definition, ConfigMap.Definition, Service.Definition, Deployment.Definition })
        {
            await foreach (IResource resource in Mesh[cluster].Client.ListAsync(kind, new() { Namespace = Namespace }))
            {
                all.Add($"{kind.Name} {resource.Metadata.Name}");
            }
        }

        foreach (ResourceKind kind in new[] { ClusterRole.Definition, ClusterRoleBinding.Definition, Sdk.Resources.Core.Namespace.Definition })
        {
            await foreach (IResource resource in Mesh[cluster].Client.ListAsync(kind, KubernetesListOptions.All))
            {
                if (resource.Metadata.Name!.EndsWith(Namespace, StringComparison.Ordinal))
                {
                    all.Add($"{kind.Name} {resource.Metadata.Name}");
                }
            }
        }

        return all;
    }
}
