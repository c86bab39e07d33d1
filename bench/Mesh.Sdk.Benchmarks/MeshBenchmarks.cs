using System.Buffers;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Benchmarks;

/// <summary>The way of a mesh from its definition to bytes and answers, by number of services.</summary>
[MemoryDiagnoser]
public class MeshBenchmarks
{
    private ServiceMesh _mesh = null!;
    private ResourceSet _resources = null!;
    private string _yaml = "";
    private TrafficQuestion _question = null!;

    [Params(10, 100, 1000)]
    public int Services { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _mesh = Define();
        _resources = _mesh.Render();
        _yaml = _resources.ToYaml();
        _question = _mesh.AskTraffic("service-0", "shop", _mesh.IngressOf("host"), _resources.OfType<DestinationRule>());
    }

    [Benchmark]
    public ServiceMesh Define() => ServiceMesh.Define("bench", m =>
    {
        m.AddCluster("host", c => c.AsHost().OnAws("eu-west-3"));
        m.AddCluster("aws", c => c.AsPeer().OnAws("eu-west-2"));
        m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
        for (int i = 0; i < Services; i++)
        {
            m.AddService(string.Create(CultureInfo.InvariantCulture, $"service-{i}"), "shop", s => s
                .OnPort(8080)
                .RunsOn("aws", w => w.WithReplicas(3).WithImage("shop:1"))
                .RunsOn("gke", w => w.WithReplicas(3).WithImage("shop:1"))
                .FailsOver(from: "eu-west-3", to: "eu-west-2")
                .EjectsOutliers());
        }
    });

    [Benchmark]
    public ResourceSet Render() => _mesh.Render();

    [Benchmark]
    public int WriteYaml()
    {
        ArrayBufferWriter<byte> buffer = new(_yaml.Length + 1024);
        _resources.Resources.WriteYaml(buffer);
        return buffer.WrittenCount;
    }

    [Benchmark]
    public int ReadYaml() => new ResourceReader(MeshKinds.All).Read(_yaml).Count;

    [Benchmark]
    public TrafficAnswer Explain() => TrafficRouting.Explain(_question);
}
