using Mesh.Sdk.Kafka.Analysis.Views;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Kafka.Analysis.Services;

/// <summary>Where services run and fail over to, and which Kafka clusters are there.</summary>
internal sealed class ServiceModel(KafkaUsage usage, ReplicationModel model)
{
    private readonly MirrorPaths _paths = new(model);

    public IEnumerable<ServiceUse> Services => usage.Services.Select(use => new ServiceUse(use, usage.Mesh, KnownTopicsOf(use)));

    public IEnumerable<ServiceFailover> FailoversOf(ServiceUse service)
    {
        if (Find(service.Use) is not { } declared)
        {
            return [];
        }

        return (from failover in ServiceRoutes.Of(declared, RegionsOf(declared))
                from source in KafkaIn(declared, failover.From)
                where source is not null
                from target in KafkaIn(declared, failover.To)
                select new ServiceFailover(service.Use, failover.From, source, failover.To, target, _paths)).Distinct();
    }

    private Dictionary<string, EquatableList<string>> KnownTopicsOf(ServiceTopics use)
    {
        Dictionary<string, EquatableList<string>> known = new(StringComparer.Ordinal);
        if (Find(use) is not { } service)
        {
            return known;
        }

        // Without a failover the service starts from wherever it runs.
        string[] regions = RegionsOf(service);
        RegionFailover[] failovers = ServiceRoutes.Of(service, regions);
        foreach (string region in failovers.Length == 0 ? regions : failovers.Select(f => f.From).Distinct().ToArray())
        {
            foreach (string alias in KafkaIn(service, region).OfType<ReplicationCluster>().Select(c => c.Alias))
            {
                if (model.Known(alias) is { Topics.IsSet: true } told)
                {
                    known[alias] = told.Topics;
                }
            }
        }

        return known;
    }

    private MeshService? Find(ServiceTopics use) => usage.Mesh.FindService(use.Service, use.Namespace);

    private string[] RegionsOf(MeshService service) => [.. PlacesOf(service).Select(c => c.Region).Where(r => r.Length > 0).Distinct(StringComparer.Ordinal)];

    private IEnumerable<MeshCluster> PlacesOf(MeshService service) =>
        service.Workloads.Where(w => w.Replicas > 0).Select(w => usage.Mesh.FindCluster(w.Cluster)).OfType<MeshCluster>().Distinct();

    private IEnumerable<ReplicationCluster?> KafkaIn(MeshService service, string region) =>
        PlacesOf(service).Where(c => c.Region == region).Select(usage.KafkaOf).Distinct();
}
