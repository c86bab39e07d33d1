using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes.Transport;

/// <summary>What every transport must let the client do.</summary>
internal abstract class TransportContract
{
    private static readonly ResourceKind ConfigMaps = new("", "v1", "ConfigMap");

    private Lab _lab = null!;
    private KubernetesApiClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _lab = await Lab.StartAsync("contract");
        _client = new KubernetesApiClient(Connect(_lab["contract"]));
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
    public async Task Objects_are_applied_read_listed_and_deleted()
    {
        ConfigMap map = Map("written");

        AppliedResource applied = await _client.ApplyAsync(map, KubernetesWriteOptions.Default);
        IResource got = await _client.GetAsync(ResourceKey.Of(map));
        bool isListed = await ListsAsync("written");
        bool wasDeleted = await _client.DeleteAsync(ResourceKey.Of(map), KubernetesDeleteOptions.Default);

        applied.WasCreated.Should().BeTrue();
        got.Should().Be(applied.Resource);
        isListed.Should().BeTrue();
        wasDeleted.Should().BeTrue();
    }

    [Test]
    public async Task Changes_are_watched()
    {
        await using IAsyncEnumerator<KubernetesWatchEvent> events =
            _client.WatchAsync(ConfigMaps, new() { Namespace = "default", FieldSelector = "metadata.name=watched" }).GetAsyncEnumerator();
        ValueTask<bool> next = events.MoveNextAsync();

        await _client.ApplyAsync(Map("watched"), KubernetesWriteOptions.Default);

        (await next).Should().BeTrue();
        events.Current.Type.Should().Be(KubernetesWatchEventType.Added);
    }

    [Test]
    public async Task Refusals_are_typed()
    {
        Func<Task> get = () => _client.GetAsync(ResourceKey.Of(Map("missing")));

        (await get.Should().ThrowAsync<KubernetesApiException>()).Which.Reason.Should().Be(KubernetesErrorReason.NotFound);
    }

    /// <summary>Makes the transport under test, as an administrator.</summary>
    protected abstract IKubernetesTransport Connect(LabCluster cluster);

    private static ConfigMap Map(string name) => new() { Metadata = new(name, "default"), Data = [KeyValuePair.Create("key", "value")] };

    private async Task<bool> ListsAsync(string name)
    {
        await foreach (IResource resource in _client.ListAsync(ConfigMaps, new() { Namespace = "default" }))
        {
            if (resource.Metadata.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
