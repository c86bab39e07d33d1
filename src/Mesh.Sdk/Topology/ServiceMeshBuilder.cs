using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology.Demo;

namespace Mesh.Sdk.Topology;

/// <summary>Declares a mesh. Lives inside the lambda of <see cref="ServiceMesh.Define"/> and no longer.</summary>
public sealed class ServiceMeshBuilder
{
    private readonly List<MeshCluster> _clusters = [];
    private readonly List<MeshNamespace> _namespaces = [];
    private readonly List<MeshService> _services = [];
    private readonly List<MeshClient> _clients = [];
    private readonly List<DemoApplicationBuilder> _demos = [];
    private readonly List<Diagnostic> _findings;
    private ServiceMesh _mesh;

    internal ServiceMeshBuilder(string name, List<Diagnostic> findings)
    {
        _mesh = new() { Name = name };
        _findings = findings;
    }

    /// <summary>Adds a cluster.</summary>
    /// <param name="name">Name, a DNS-1123 label; also Istio's cluster id.</param>
    /// <param name="configure">Says what the cluster is and where.</param>
    public ServiceMeshBuilder AddCluster(string name, Action<MeshClusterBuilder> configure)
    {
        Require.Text(name);
        ArgumentNullException.ThrowIfNull(configure);
        MeshClusterBuilder builder = new(name);
        using (DefinitionScope.Enter($"clusters[{name}]"))
        {
            configure(builder);
        }

        _clusters.Add(builder.Build());
        return this;
    }

    /// <summary>Adds a namespace. One that a service names need not be added unless something of it is to be told.</summary>
    /// <param name="name">Name, a DNS-1123 label.</param>
    /// <param name="configure">Says what differs from the defaults.</param>
    public ServiceMeshBuilder AddNamespace(string name, Action<MeshNamespaceBuilder> configure)
    {
        Require.Text(name);
        ArgumentNullException.ThrowIfNull(configure);
        MeshNamespaceBuilder builder = new(name);
        using (DefinitionScope.Enter($"namespaces[{name}]"))
        {
            configure(builder);
        }

        _namespaces.Add(builder.Build());
        return this;
    }

    /// <summary>Adds a service.</summary>
    /// <param name="name">Name, a DNS-1035 label.</param>
    /// <param name="namespace">Namespace, a DNS-1123 label.</param>
    /// <param name="configure">Says where the service runs and where its traffic goes.</param>
    public ServiceMeshBuilder AddService(string name, string @namespace, Action<MeshServiceBuilder> configure)
    {
        Require.Text(name);
        Require.Text(@namespace);
        ArgumentNullException.ThrowIfNull(configure);
        MeshServiceBuilder builder = new(name, @namespace);
        using (DefinitionScope.Enter($"services[{@namespace}/{name}]"))
        {
            configure(builder);
        }

        _services.Add(builder.Build());
        return this;
    }

    /// <summary>Adds workloads that only send, such as a load generator; they get no Service.</summary>
    /// <param name="name">Name, a DNS-1123 label.</param>
    /// <param name="namespace">Namespace, a DNS-1123 label.</param>
    /// <param name="configure">Says where the client runs.</param>
    public ServiceMeshBuilder AddClient(string name, string @namespace, Action<MeshClientBuilder> configure)
    {
        Require.Text(name);
        Require.Text(@namespace);
        ArgumentNullException.ThrowIfNull(configure);
        MeshClientBuilder builder = new(name, @namespace);
        using (DefinitionScope.Enter($"clients[{@namespace}/{name}]"))
        {
            configure(builder);
        }

        _clients.Add(builder.Build());
        return this;
    }

    /// <summary>Adds the Backyards demo application: a cinema of eight services and a load generator.</summary>
    /// <param name="configure">Says which services run on which clusters.</param>
    public ServiceMeshBuilder AddDemoApplication(Action<DemoApplicationBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        DemoApplicationBuilder builder = new();
        using (DefinitionScope.Enter("demoApplication"))
        {
            configure(builder);
        }

        _demos.Add(builder);
        return this;
    }

    /// <summary>Sets the mutual TLS mode of the mesh.</summary>
    public ServiceMeshBuilder WithMutualTls(MutualTlsMode mode)
    {
        _mesh = _mesh with { MutualTls = mode };
        return this;
    }

    /// <summary>Sets the trust domain of the mesh, <c>cluster.local</c> by default.</summary>
    public ServiceMeshBuilder WithTrustDomain(string trustDomain)
    {
        Require.Text(trustDomain);
        _mesh = _mesh with { TrustDomain = trustDomain };
        return this;
    }

    /// <summary>Sets the namespace of the control plane, <c>istio-system</c> by default.</summary>
    public ServiceMeshBuilder WithIstioNamespace(string @namespace)
    {
        Require.Text(@namespace);
        _mesh = _mesh with { IstioNamespace = @namespace };
        return this;
    }

    internal ServiceMesh Build()
    {
        foreach (DemoApplicationBuilder demo in _demos)
        {
            DemoApplication built = demo.Build(_clusters, _findings);
            _namespaces.AddRange(built.Namespaces);
            _services.AddRange(built.Services);
            _clients.AddRange(built.Clients);
        }

        HashSet<string> known = [.. _namespaces.Select(n => n.Name)];
        IEnumerable<string> named = _services.Select(s => s.Namespace).Concat(_clients.Select(c => c.Namespace));
        return _mesh with
        {
            Clusters = _clusters.ToEquatableList(),
            Namespaces = _namespaces.Concat(named.Where(known.Add).Select(n => new MeshNamespace { Name = n })).ToEquatableList(),
            Services = _services.ToEquatableList(),
            Clients = _clients.ToEquatableList(),
        };
    }
}
