using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Tests;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.IntegrationTests.Kafka;

/// <summary>What is rendered for Strimzi and Koperator, before API servers that have their CRDs.</summary>
public sealed class OperatorObjectsTests
{
    private static readonly ResourceKind Definitions = new("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

    private Lab _lab = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _lab = await Lab.StartAsync("current", "old");
        await InstallAsync("current", [.. Files("strimzi"), .. Files("koperator")]);
        await InstallAsync("old", Files("strimzi", "0.51"));
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

    private static string[] Files(params string[] folder) => Directory.GetFiles(TestFolders.Shared(["crds", .. folder]), "*.yaml");

    private async Task InstallAsync(string cluster, string[] files)
    {
        using KubernetesApiClient client = _lab[cluster].Connect();
        HashSet<string> waiting = [];
        foreach (IResource definition in files.SelectMany(file => new ResourceReader(ResourceKinds.None).Read(File.ReadAllText(file))))
        {
            await client.ApplyAsync(definition, Objects.Plain);
            waiting.Add(definition.Metadata.Name!);
        }

        await foreach (KubernetesWatchEvent change in client.WatchAsync(Definitions, KubernetesListOptions.All))
        {
            if (IsEstablished((UntypedResource)change.Resource) && waiting.Remove(change.Resource.Metadata.Name!) && waiting.Count == 0)
            {
                break;
            }
        }
    }

    private static bool IsEstablished(UntypedResource definition) =>
        definition.Fields["status"]?.Fields["conditions"]?.Items.Any(c => c.Fields["type"]?.Text == "Established" && c.Fields["status"]?.Text == "True") == true;
}
