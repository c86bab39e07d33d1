using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Kubernetes;

public sealed class ReadAndWriteTests
{
    private KubernetesApiClient _client = null!;
    private string _namespace = "";

    [OneTimeSetUp]
    public async Task Connect()
    {
        LabCluster east = await SharedLab.EastAsync();
        _client = east.Connect();
        _namespace = await _client.NewNamespaceAsync();
    }

    [OneTimeTearDown]
    public void Disconnect() => _client?.Dispose();

    [Test]
    public async Task An_applied_object_can_be_got()
    {
        ConfigMap map = Objects.ConfigMap(_namespace, "applied");

        AppliedResource first = await _client.ApplyAsync(map, Objects.Plain);
        AppliedResource second = await _client.ApplyAsync(map, Objects.Plain);
        IResource got = await _client.GetAsync(ResourceKey.Of(map));

        first.WasCreated.Should().BeTrue();
        second.WasCreated.Should().BeFalse();
        got.Should().Be(second.Resource);
        got.Metadata.ResourceVersion.Should().Be(first.Resource.Metadata.ResourceVersion, "nothing changed the second time");
        ((UntypedResource)got).Fields["data"]!.Fields["key"]!.Text.Should().Be("1");
    }

    [Test]
    public async Task A_list_is_read_in_pages()
    {
        string @namespace = await _client.NewNamespaceAsync();
        string[] names = ["a", "b", "c", "d", "e"];
        foreach (string name in names)
        {
            await _client.ApplyAsync(Objects.ConfigMap(@namespace, name), Objects.Plain);
        }

        List<string> listed = await _client.ListAsync(Objects.ConfigMaps, new() { Namespace = @namespace, PageSize = 2 }).NamesAsync();

        listed.Should().Equal(names);
    }
}
