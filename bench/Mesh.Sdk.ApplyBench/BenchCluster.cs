using System.Diagnostics;
using System.Globalization;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.ApplyBench;

/// <summary>A cluster, its applier, and rules to apply to it.</summary>
internal sealed class BenchCluster(string kubeConfigPath) : IDisposable
{
    public static readonly ApplyOptions Options = ApplyOptions.Default;

    public string KubeConfigPath => kubeConfigPath;

    public KubernetesConnection Connection { get; } = KubeConfig.Load(kubeConfigPath).GetConnection();

    public KubernetesApiClient Client { get; } = KubernetesApiClient.Connect(KubeConfig.Load(kubeConfigPath).GetConnection());

    public ServerSideApplier Applier => new(Client);

    public Task DefineAsync(string path) =>
        ApplyAsync(ResourceSet.From(new ResourceReader(ResourceKinds.None).Read(File.ReadAllText(path), path)));

    /// <summary>Makes DestinationRules in a namespace of their own, which exists when this returns.</summary>
    public async Task<ResourceSet> NewRulesAsync(string @namespace, int count)
    {
        await ApplyAsync(ResourceSet.From([new Namespace { Metadata = new(@namespace) }]));
        return ResourceSet.From(Rules(@namespace, count));
    }

    /// <summary>Makes DestinationRules one by one.</summary>
    public static IEnumerable<IResource> Rules(string @namespace, int count) => Enumerable.Range(0, count).Select(i => Rule(@namespace, i));

    /// <summary>Applies a set and returns how long that took; throws unless all went well.</summary>
    public async Task<double> ApplyAsync(ResourceSet set)
    {
        long start = Stopwatch.GetTimestamp();
        ApplyResult result = await Applier.ApplyAsync(set, Options);
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return result.IsSuccess ? milliseconds : throw new InvalidOperationException(result.ToTable());
    }

    public void Dispose() => Client.Dispose();

    private static DestinationRule Rule(string @namespace, int i)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"service-{i}");
        return new()
        {
            Metadata = new(name, @namespace) { Labels = [new("app", name)] },
            Spec = new()
            {
                Host = $"{name}.{@namespace}.svc.cluster.local",
                TrafficPolicy = new()
                {
                    LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                    OutlierDetection = new() { Consecutive5xxErrors = 7, MaxEjectionPercent = 100 },
                },
                Subsets = [new() { Name = "v1", Labels = [new("version", "v1")] }],
            },
        };
    }
}
