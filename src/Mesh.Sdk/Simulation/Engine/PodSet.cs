using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>A service with all the pods that it has or will have.</summary>
internal sealed class PodSet(MeshService service)
{
    private EquatableList<TrafficEndpoint> _known;

    public MeshService Service { get; } = service;

    public string Name { get; } = ScenarioNames.Of(service);

    public List<Pod> Pods { get; } = [];

    public List<Flow> Callers { get; } = [];

    /// <summary>Gets the flows of its own sidecars, by cluster and locality of the calling pods.</summary>
    public List<CallFlow> Calls { get; } = [];

    public Component Component { get; set; } = null!;

    public bool IsStructureDirty { get; set; } = true;

    /// <summary>Gets or sets whether pods, or what leads to them, answer differently since outcomes were computed.</summary>
    public bool HasNewBehavior { get; set; } = true;

    public bool HasCapacity { get; init; }

    public PodPlace[] Places { get; set; } = [];

    /// <summary>Returns the endpoints that the control plane tells of.</summary>
    public EquatableList<TrafficEndpoint> Known() => _known.IsSet
        ? _known
        : _known = Pods
            .Where(pod => pod.Known != KnownHealth.Absent)
            .Select(pod => pod.Known == KnownHealth.Ready ? pod.Endpoint : pod.Endpoint with { Health = EndpointHealth.NotReady })
            .ToEquatableList();

    public void Forget() => _known = default;
}
