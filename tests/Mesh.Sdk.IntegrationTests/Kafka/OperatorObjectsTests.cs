using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Tests;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Kafka;

/// <summary>What is rendered for Strimzi and Koperator, before API servers that have their CRDs.</summary>
public sealed class OperatorObjectsTests
{
    private Lab _lab = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _lab = await Lab.StartAsync("current", "old");
        await _lab["current"].DefineAsync("strimzi");
        await _lab["current"].DefineAsync("koperator");
        await _lab["old"].DefineAsync("strimzi", "0.51");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_lab is not null)
        {
            await _lab.DisposeAsync();
        }
    }

    [Test]
    public async Task Every_object_of_Strimzi_is_accepted() => await AcceptAsync("current", name => Topologies.Rich.ToStrimzi(s => s
        .InNamespace(name)
        .WithKafkaVersion("4.1.0")
        .RunsCluster("aws", c => c.WithStorage("100Gi").AddTopic("orders", partitions: 12))
        .RunsCluster("gke", c => c.WithBrokers(1))));

    [Test]
    public async Task Every_object_of_the_old_version_is_accepted() =>
        await AcceptAsync("old", name => Topologies.Rich.ToStrimzi(s => s.InNamespace(name).ForVersion(StrimziVersion.V1Beta2)));

    [Test]
    public async Task Every_object_of_Koperator_is_accepted() => await AcceptAsync("current", name => Topologies.Rich.ToKoperator(k => k
        .InNamespace(name)
        .RunsCluster("aws", c => c.WithZooKeeper("zookeeper:2181").WithStorage("10Gi").AddTopic("orders", partitions: 12))));

    private async Task AcceptAsync(string cluster, Func<string, ResourceSet> render)
    {
        using KubernetesApiClient client = _lab[cluster].Connect();
        string name = await client.NewNamespaceAsync();
        ResourceSet resources = render(name);

        foreach (IResource resource in resources.Resources)
        {
            AppliedResource applied = await client.ApplyAsync(resource, Objects.Plain);

            applied.WasCreated.Should().BeTrue($"{resource}");
        }

        resources.Should().NotBeEmpty();
    }
}
