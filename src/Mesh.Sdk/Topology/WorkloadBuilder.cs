using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares the pods of a service or client in one cluster.</summary>
public sealed class WorkloadBuilder
{
    private readonly Dictionary<string, string> _environment = [];
    private Workload _workload;
    private WorkloadContainer? _container;
    private ContainerResources? _resources;

    internal WorkloadBuilder(string cluster) => _workload = new() { Name = "", Cluster = cluster };

    /// <summary>Sets the name of the Deployment, where it is not made of service, version and zone.</summary>
    public WorkloadBuilder WithName(string name)
    {
        Require.Text(name);
        return With(_workload with { Name = name });
    }

    /// <summary>Sets the number of pods, 0 or more; 1 by default.</summary>
    public WorkloadBuilder WithReplicas(int replicas) => With(_workload with { Replicas = replicas });

    /// <summary>Binds the pods to a zone.</summary>
    public WorkloadBuilder InZone(string zone)
    {
        Require.Text(zone);
        return With(_workload with { Zone = zone });
    }

    /// <summary>Binds the pods to a sub-zone.</summary>
    public WorkloadBuilder InSubZone(string subZone)
    {
        Require.Text(subZone);
        return With(_workload with { SubZone = subZone });
    }

    /// <summary>Sets the version, which becomes the pod label <c>version</c>.</summary>
    public WorkloadBuilder WithVersion(string version)
    {
        Require.Text(version);
        return With(_workload with { Version = version });
    }

    /// <summary>Sets a pod label.</summary>
    public WorkloadBuilder WithLabel(string key, string value)
    {
        Require.Text(key);
        ArgumentNullException.ThrowIfNull(value);
        return With(_workload with { Labels = _workload.Labels.With(key, value) });
    }

    /// <summary>Sets the service account, where it is not that of the service.</summary>
    public WorkloadBuilder WithServiceAccount(string name)
    {
        Require.Text(name);
        return With(_workload with { ServiceAccount = name });
    }

    /// <summary>Sets the image, so that the SDK renders a Deployment.</summary>
    /// <param name="image">Image, such as <c>banzaicloud/allspark:0.1.2</c>.</param>
    /// <param name="arguments">Arguments; none leaves those of the image.</param>
    public WorkloadBuilder WithImage(string image, params string[] arguments)
    {
        Require.Text(image);
        EquatableList<string> copied = Require.Texts(arguments).ToEquatableList();
        _container = _container is null
            ? new() { Image = image, Arguments = copied }
            : _container with { Image = image, Arguments = copied };
        return this;
    }

    /// <summary>Sets an environment variable of the container. Not for secrets.</summary>
    public WorkloadBuilder WithEnvironment(string name, string value)
    {
        Require.Text(name);
        ArgumentNullException.ThrowIfNull(value);
        _environment[name] = value;
        return this;
    }

    /// <summary>Sets the ports of the container, where they are not the target ports of the service; the last call wins.</summary>
    public WorkloadBuilder WithContainerPorts(params int[] ports)
    {
        ArgumentNullException.ThrowIfNull(ports);
        _container = (_container ?? new() { Image = "" }) with { Ports = ports.ToEquatableList() };
        return this;
    }

    /// <summary>Sets what the container asks for, as Kubernetes quantities such as <c>50m</c> and <c>64Mi</c>.</summary>
    public WorkloadBuilder WithRequests(string cpu, string memory)
    {
        Require.Text(cpu);
        Require.Text(memory);
        _resources = (_resources ?? new()) with { CpuRequest = cpu, MemoryRequest = memory };
        return this;
    }

    /// <summary>Sets what the container may use, as Kubernetes quantities such as <c>1</c> and <c>64Mi</c>.</summary>
    public WorkloadBuilder WithLimits(string cpu, string memory)
    {
        Require.Text(cpu);
        Require.Text(memory);
        _resources = (_resources ?? new()) with { CpuLimit = cpu, MemoryLimit = memory };
        return this;
    }

    internal Workload Build()
    {
        bool needsContainer = _container is not null || _resources is not null || _environment.Count > 0;
        return needsContainer
            ? _workload with
            {
                Container = (_container ?? new() { Image = "" }) with { Environment = _environment.ToEquatableMap(), Resources = _resources },
            }
            : _workload;
    }

    private WorkloadBuilder With(Workload workload)
    {
        _workload = workload;
        return this;
    }
}
