using System.Collections.Concurrent;
using System.Globalization;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.ApplyBench;

/// <summary>A cluster, its applier, and rules to apply to it.</summary>
internal sealed class BenchCluster : IDisposable
{
    public static readonly ApplyOptions Options = ApplyOptions.Default;

    private readonly RecordingTransport _transport;
    private readonly KubernetesApiClient _client;

    public BenchCluster(string kubeConfigPath)
    {
        KubeConfigPath = kubeConfigPath;
        Connection = KubeConfig.Load(kubeConfigPath).GetConnection();
        _transport = new(HttpTransport.Connect(Connection));
        _client = new(_transport);
    }

    public string KubeConfigPath { get; }

    public KubernetesConnection Connection { get; }

    public ServerSideApplier Applier => new(_client);

    /// <summary>Gets how many requests the SDK has sent.</summary>
    public int Requests => _transport.Count;

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

    /// <summary>Applies a set; throws unless all went well.</summary>
    public async Task ApplyAsync(ResourceSet set)
    {
        ApplyResult result = await Applier.ApplyAsync(set, Options);
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException(result.ToTable());
        }
    }

    /// <summary>Applies a set and returns what was sent for it.</summary>
    public async Task<IReadOnlyList<SentRequest>> RecordAsync(ResourceSet set)
    {
        ConcurrentQueue<SentRequest> sent = _transport.Record = [];
        await ApplyAsync(set);
        _transport.Record = null;
        return [.. sent];
    }

    /// <summary>
    /// Has the API server collect its garbage, so that every turn finds it alike: it holds a gigabyte, so that one collection more or
    /// less is a tenth of a turn.
    /// </summary>
    public async Task CollectGarbageAsync()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/debug/pprof/heap?gc=1", UriKind.Relative));
        using HttpResponseMessage answer = await _transport.SendAsync(request, CancellationToken.None);
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _client.Dispose();

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
