using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Something that clients call, its endpoints and its clients.</summary>
internal sealed class ServiceView
{
    private readonly Lazy<IReadOnlyList<ClientView>> _clients;
    private readonly Lazy<IReadOnlyList<Outage>> _outages;

    public ServiceView(ServiceTarget target, MeshModel model)
    {
        (Target, Model) = (target, model);
        ReplicasByRegion = target.Endpoints
            .GroupBy(e => e.Locality.Region)
            .ToDictionary(r => r.Key, r => r.LongCount(), StringComparer.Ordinal);
        _clients = new(() => [.. ClientsOf()]);
        _outages = new(() => [.. Outage.Of(this)]);
    }

    public MeshModel Model { get; }

    public ServiceTarget Target { get; }

    public ServicePlaces Places => Target.Places;

    public ObjectAdvice? Advice => Target.Places.Advice;

    public EquatableList<TrafficEndpoint> Endpoints => Target.Endpoints;

    public IReadOnlyDictionary<string, long> ReplicasByRegion { get; }

    /// <summary>Gets whether an outage of it matters here: it is exposed, declares a failover, or has hosts ejected.</summary>
    public bool IsRelevant => Endpoints.Count > 0
        && (Target.IsExposed || Target.DeclaresFailover || Clients.Any(c => c.Answer.OutlierDetection is not null));

    /// <summary>Gets the clients that are known: the ingress gateways, and what runs in the same namespace; else one in each cluster that may have some.</summary>
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
        TrafficClient[] ingresses = [.. Model.Origin.IngressesTo(Target)];
        TrafficClient[] sidecars = [.. Model.Origin.ClientsOf(Model.SendersTo(Target))];
        return ingresses.Length + sidecars.Length > 0
            ? ingresses.Select(c => View(c, "the ingress")).Concat(sidecars.Select(c => View(c, "a sidecar")))
            : Model.ClustersOfClients.SelectMany(c => Model.Origin.ClientsIn(c, Target.Service.Namespace)).Select(c => View(c, "a sidecar"));
    }

    private ClientView View(TrafficClient client, string who)
    {
        string where = client.Locality.IsEmpty ? "no region" : client.Locality.ToString();
        TrafficQuestion question = new()
        {
            Client = client,
            Service = Target.Service,
            Endpoints = Endpoints,
            Gateways = Model.NetworkGateways,
            Mesh = Model.Defaults,
        };
        return new($"{who} in {client.Cluster} ({where})", question, Model.RulesFor(client.Cluster));
    }
}
