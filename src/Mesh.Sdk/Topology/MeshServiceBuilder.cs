using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares a service: ports and workloads here, failover and traffic in the other parts.</summary>
public sealed partial class MeshServiceBuilder
{
    private readonly List<MeshServicePort> _ports = [];
    private readonly WorkloadList _workloads = new();
    private readonly List<ServiceSubset> _subsets = [];
    private MeshService _service;

    internal MeshServiceBuilder(string name, string @namespace) => _service = new() { Name = name, Namespace = @namespace };

    /// <summary>Adds an HTTP port.</summary>
    /// <param name="number">Number, 1 to 65535.</param>
    public MeshServiceBuilder OnPort(int number) => OnPort(number, _ => { });

    /// <summary>Adds a port.</summary>
    /// <param name="number">Number, 1 to 65535.</param>
    /// <param name="protocol">What is spoken.</param>
    public MeshServiceBuilder OnPort(int number, AppProtocol protocol) => OnPort(number, p => p.WithProtocol(protocol));

    /// <summary>Adds a port, HTTP unless told otherwise.</summary>
    /// <param name="number">Number, 1 to 65535.</param>
    /// <param name="configure">Says what differs from the defaults.</param>
    public MeshServiceBuilder OnPort(int number, Action<ServicePortBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ServicePortBuilder builder = new(number);
        configure(builder);
        _ports.Add(builder.Build());
        return this;
    }

    /// <summary>Runs one pod on a cluster.</summary>
    public MeshServiceBuilder RunsOn(string cluster)
    {
        _workloads.Add(cluster, _ => { });
        return this;
    }

    /// <summary>Runs pods on a cluster.</summary>
    /// <param name="cluster">Name of a cluster of the mesh.</param>
    /// <param name="replicas">Number of pods, 0 or more.</param>
    public MeshServiceBuilder RunsOn(string cluster, int replicas)
    {
        _workloads.Add(cluster, w => w.WithReplicas(replicas));
        return this;
    }

    /// <summary>Runs pods in a zone of a cluster.</summary>
    /// <param name="cluster">Name of a cluster of the mesh.</param>
    /// <param name="zone">Zone of that cluster.</param>
    /// <param name="replicas">Number of pods, 0 or more.</param>
    public MeshServiceBuilder RunsOn(string cluster, string zone, int replicas)
    {
        _workloads.Add(cluster, w => w.InZone(zone).WithReplicas(replicas));
        return this;
    }

    /// <summary>Runs a workload on a cluster.</summary>
    /// <param name="cluster">Name of a cluster of the mesh.</param>
    /// <param name="configure">Says how many pods run, where, and what is in them.</param>
    public MeshServiceBuilder RunsOn(string cluster, Action<WorkloadBuilder> configure)
    {
        _workloads.Add(cluster, configure);
        return this;
    }

    /// <summary>Makes the name resolve on these clusters only; by default it does on all. The last call wins.</summary>
    public MeshServiceBuilder ResolvesIn(params string[] clusters) =>
        With(_service with { ResolvesIn = Require.Texts(clusters).ToEquatableList() });

    /// <summary>Sets a label of the service.</summary>
    public MeshServiceBuilder WithLabel(string key, string value)
    {
        Require.Text(key);
        ArgumentNullException.ThrowIfNull(value);
        return With(_service with { Labels = _service.Labels.With(key, value) });
    }

    /// <summary>Sets the service account of the workloads.</summary>
    public MeshServiceBuilder WithServiceAccount(string name)
    {
        Require.Text(name);
        return With(_service with { ServiceAccount = name });
    }

    /// <summary>Adds a subset for each version, chosen by the label <c>version</c>.</summary>
    public MeshServiceBuilder HasVersions(params string[] versions)
    {
        _subsets.AddRange(Require.Texts(versions).Select(SubsetOf));
        return this;
    }

    /// <summary>Adds a subset chosen by a label.</summary>
    /// <param name="name">Name of the subset, a DNS-1123 label.</param>
    /// <param name="key">Label that the endpoints have.</param>
    /// <param name="value">Value of that label.</param>
    public MeshServiceBuilder HasSubset(string name, string key, string value)
    {
        Require.Text(name);
        Require.Text(key);
        ArgumentNullException.ThrowIfNull(value);
        _subsets.Add(new(name, [new(key, value)]));
        return this;
    }

    internal MeshService Build()
    {
        EquatableList<MeshRoute> routes = BuildRoutes();
        IEnumerable<string> routed = routes
            .SelectMany(r => r.Split.Select(w => w.Version).Concat(r.Mirror is { } mirror ? [mirror.Version] : []));
        HashSet<string> known = [.. _subsets.Select(s => s.Name)];
        return _service with
        {
            Ports = NamedPorts().ToEquatableList(),
            Workloads = _workloads.Build(_service.Name),
            Subsets = _subsets.Concat(routed.Where(known.Add).Select(SubsetOf)).ToEquatableList(),
            Failovers = _failovers.ToEquatableList(),
            Distributions = _distributions.ToEquatableList(),
            Routes = routes,
            Exposures = _exposures.ToEquatableList(),
            PortMutualTls = _portMutualTls.ToEquatableList(),
        };
    }

    private static ServiceSubset SubsetOf(string version) => new(version, [new("version", version)]);

    private List<MeshServicePort> NamedPorts()
    {
        HashSet<string> taken = [.. _ports.Select(p => p.Name)];
        return
        [
            .. _ports.Select(p =>
            {
                if (p.Name.Length > 0)
                {
                    return p;
                }

                string name = p.Protocol switch
                {
                    AppProtocol.GrpcWeb => "grpc-web",
                    _ => p.Protocol.ToString().ToLowerInvariant(),
                };
                return p with { Name = taken.Add(name) ? name : $"{name}-{p.Number}" };
            }),
        ];
    }

    private MeshServiceBuilder With(MeshService service)
    {
        _service = service;
        return this;
    }
}
