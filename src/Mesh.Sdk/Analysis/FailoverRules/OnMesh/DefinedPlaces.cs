using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Places of a service in a definition.</summary>
internal sealed class DefinedPlaces(FindingSink sink, MeshService service) : ServicePlaces
{
    private readonly Place _service = new(sink, $"services[{service.Namespace}/{service.Name}]");

    public override Place Detection => _service.Field("outlierDetection");

    public override Place Resolution => _service.Field("resolvesIn");

    public override Place Workloads => _service.Field("workloads");

    public override Place Failover(string from, string to) => _service.Field($"failovers[{from}]");

    public override Place Order(string region) => _service.Field($"failoverOrder[{region}]");

    public override Place WorkloadsIn(string region) => _service.Field($"workloads[{region}]");

    public override Place Workload(PlacedWorkload workload) => _service.Field($"workloads[{workload.Cluster}/{workload.Name}]");
}
