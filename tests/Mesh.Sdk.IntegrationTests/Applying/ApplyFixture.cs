using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>A namespace of a cluster for each test, and an applier to it.</summary>
public abstract class ApplyFixture
{
    private static readonly ApplyOptions Others = ApplyOptions.Default with { FieldManager = "another", ForeignObjects = ForeignObjectPolicy.Adopt, Conflicts = ConflictPolicy.TakeOver };

    private protected LabCluster Cluster { get; private set; } = null!;

    private protected KubernetesApiClient Client { get; private set; } = null!;

    private protected string Namespace { get; private set; } = "";

    private protected ServerSideApplier Applier { get; private set; } = null!;

    private protected virtual KubernetesClientOptions ClientOptions => KubernetesClientOptions.Default;

    [SetUp]
    public async Task Connect()
    {
        Cluster = await SharedLab.EastAsync();
        Client = Cluster.Connect(ClientOptions);
        Applier = new(Client);
        Namespace = await Client.NewNamespaceAsync();
    }

    [TearDown]
    public async Task Disconnect()
    {
        if (Client is not null)
        {
            await Cluster.Faults.ClearAsync();
            Client.Dispose();
        }
    }

    private protected static ResourceSet Set(params IResource[] resources) => ResourceSet.From(resources);

    private protected ConfigMap Map(string name, string value = "1") => Objects.ConfigMap(Namespace, name, value);

    private protected ResourceSet Maps(int count, string value = "1") => ResourceSet.From(Enumerable.Range(0, count).Select(i => Map($"map-{i}", value)));

    /// <summary>Applies as somebody else would.</summary>
    private protected Task<ApplyResult> ApplyAsAnotherAsync(ResourceSet set) => Applier.ApplyAsync(set, Others);

    private protected async Task<string?> ValueAsync(string name, string field = "key")
    {
        IResource? live = await Client.FindAsync(ResourceKey.Of(Map(name)));
        return ((UntypedResource?)live)?.Fields["data"]?.Fields[field]?.Text;
    }

    private protected async Task<List<string>> NamesAsync() =>
        [.. (await Client.ListAsync(Objects.ConfigMaps, new() { Namespace = Namespace }).NamesAsync()).Order(StringComparer.Ordinal)];

    /// <summary>Applies again and proves that all is there, once, and nothing is left to do.</summary>
    private protected async Task ConvergesAsync(ResourceSet set, ApplyOptions options)
    {
        await Cluster.Faults.ClearAsync();
        ApplyResult again = await Applier.ApplyAsync(set, options);
        ApplyPlan plan = await Applier.PlanAsync(set, options);

        again.IsSuccess.Should().BeTrue(again.ToTable());
        plan.HasChanges.Should().BeFalse(plan.ToDiff());
        (await NamesAsync()).Should().BeEquivalentTo(set.Resources.Select(r => r.Metadata.Name));
    }
}
