using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A service of the definition, its endpoints and its clients.</summary>
internal sealed class ServiceView
{
    private readonly Lazy<IReadOnlyList<ClientView>> _clients;
    private readonly Lazy<IReadOnlyList<Outage>> _outages;

    public ServiceView(MeshService service, MeshModel model, Place place)
    {
        (Model, Place) = (model, place);
        Service = service with
        {
            Workloads = service.Workloads.Where(w => w.Replicas > 0 && model.Clusters.ContainsKey(w.Cluster)).ToEquatableList(),
        };
        Endpoints = MeshEndpoints.Of(model.Mesh, Service);
        ReplicasByRegion = Service.Workloads
            .GroupBy(w => model.Clusters[w.Cluster].Region)
            .ToDictionary(r => r.Key, r => r.Sum(w => (long)w.Replicas), StringComparer.Ordinal);
        _clients = new(() => [.. ClientsOf()]);
        _outages = new(() => [.. Outage.Of(this)]);
    }

    public MeshModel Model { get; }

    public Place Place { get; }

    /// <summary>Gets the service, with the workloads that really run.</summary>
    public MeshService Service { get; }

    public EquatableList<TrafficEndpoint> Endpoints { get; }

    public IReadOnlyDictionary<string, long> ReplicasByRegion { get; }

    public bool DeclaresFailover => Service.Failovers.Count + Service.FailoverOrder.Count + Service.FailoverPriority.Count > 0 || Service.ZoneAwareRouting is not null;

    /// <summary>Gets whether an outage of it matters here: it is exposed, declares a failover, or has hosts ejected.</summary>
    public bool IsRelevant => Endpoints.Count > 0
        && (Service.Exposures.Count > 0 || DeclaresFailover || Clients.Any(c => c.Answer.OutlierDetection is not null));

    /// <summary>Gets the clients that are known: the ingress of each control plane, and what runs in the same namespace; else one in each cluster that may have some.</summary>
    public IReadOnlyList<ClientView> Clients => _clients.Value;

    /// <summary>Gets what each client gets when a place is lost, whole or by errors.</summary>
    public IReadOnlyList<Outage> Outages => _outages.Value;

    public IEnumerable<string> ClustersBehindGateways => Clients
        .SelectMany(c => c.Answer.Hosts)
        .Where(h => h.Host.IsGateway)
        .SelectMany(h => h.Host.ClusterRatios.Keys)
        .Distinct();

    private IEnumerable<ClientView> ClientsOf()
    {
        ServiceMesh mesh = Model.Mesh;
        IEnumerable<TrafficClient> ingresses = Service.Exposures.Count > 0 ? Model.Hosts.Select(mesh.IngressOf) : [];
        IEnumerable<TrafficClient> sidecars = Model.SendersTo(Service).Select(c => mesh.SidecarIn(c, Service.Namespace));
        TrafficClient[] known = [.. ingresses, .. sidecars];
        return (known.Length > 0 ? known : Model.ClustersOfClients.Select(c => mesh.SidecarIn(c, Service.Namespace))).Select(View);
    }

    private ClientView View(TrafficClient client)
    {
        string who = client.Namespace == Model.Mesh.IstioNamespace ? "the ingress" : "a sidecar";
        string where = client.Locality.IsEmpty ? "no region" : client.Locality.ToString();
        TrafficQuestion question = new()
        {
            Client = client,
            Service = new() { Namespace = Service.Namespace, Host = Service.Host, Port = Service.Ports.Count > 0 ? Service.Ports[0].Number : null },
            Endpoints = Endpoints,
            Gateways = Model.NetworkGateways,
            Mesh = Model.Defaults,
        };
        return new($"{who} in {client.Cluster} ({where})", question, Model.RulesFor(client.Cluster));
    }
}
