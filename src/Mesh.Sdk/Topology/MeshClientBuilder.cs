namespace Mesh.Sdk.Topology;

/// <summary>Declares workloads that only send.</summary>
public sealed class MeshClientBuilder
{
    private readonly WorkloadList _workloads = new();
    private MeshClient _client;

    internal MeshClientBuilder(string name, string @namespace) => _client = new() { Name = name, Namespace = @namespace };

    /// <summary>Runs one pod on a cluster.</summary>
    public MeshClientBuilder RunsOn(string cluster)
    {
        _workloads.Add(cluster, _ => { });
        return this;
    }

    /// <summary>Runs pods on a cluster.</summary>
    public MeshClientBuilder RunsOn(string cluster, int replicas)
    {
        _workloads.Add(cluster, w => w.WithReplicas(replicas));
        return this;
    }

    /// <summary>Runs a workload on a cluster.</summary>
    public MeshClientBuilder RunsOn(string cluster, Action<WorkloadBuilder> configure)
    {
        _workloads.Add(cluster, configure);
        return this;
    }

    /// <summary>Sets the service account of the workloads.</summary>
    public MeshClientBuilder WithServiceAccount(string name)
    {
        Require.Text(name);
        _client = _client with { ServiceAccount = name };
        return this;
    }

    internal MeshClient Build() => _client with { Workloads = _workloads.Build(_client.Name) };
}
