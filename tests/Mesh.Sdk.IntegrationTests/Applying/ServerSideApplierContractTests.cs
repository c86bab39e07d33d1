using Mesh.Sdk.ApplierContract;
using Mesh.Sdk.Apply;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>The contract of appliers on an API server.</summary>
[TestFixture]
public sealed class ServerSideApplierContractTests : FieldOwnershipContract
{
    private static int namespaces;

    private KubernetesApiClient _client = null!;
    private string _namespace = "";

    protected override string Namespace => _namespace;

    [OneTimeSetUp]
    public async Task Connect()
    {
        LabCluster east = await SharedLab.EastAsync();
        _client = east.Connect();
    }

    [OneTimeTearDown]
    public void Disconnect() => _client?.Dispose();

    protected override Task<IResourceApplier> CreateAsync()
    {
        _namespace = $"contract-{Interlocked.Increment(ref namespaces)}";
        return Task.FromResult<IResourceApplier>(new ServerSideApplier(_client));
    }
}
