using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>The labels that the pods of a workload carry: those that select them, the user's, and those that failover needs.</summary>
internal static class PodLabels
{
    /// <summary>The label by which a pod itself says where it runs.</summary>
    public const string Locality = "istio-locality";

    private const string WorkloadLabel = "mesh.sdk/workload";

    /// <summary>Returns all labels of the pods of a service's workload.</summary>
    public static EquatableMap<string> Of(MeshService service, Workload workload, MeshCluster cluster) => Merge(
        Selector(service.Name, service.Workloads, workload),
        workload.Labels,
        FailoverOrderLabels.Of(service.FailoverOrder, cluster.Region),
        LocalityLabel(workload, cluster));

    /// <summary>Returns all labels of the pods of a client's workload.</summary>
    public static EquatableMap<string> Of(MeshClient client, Workload workload, MeshCluster cluster) => Merge(
        Selector(client.Name, client.Workloads, workload),
        workload.Labels,
        LocalityLabel(workload, cluster));

    /// <summary>Returns the labels that tell the pods of a workload from all others. Deployments whose selectors overlap fight over pods.</summary>
    public static EquatableMap<string> Selector(string app, IEnumerable<Workload> workloads, Workload workload)
    {
        EquatableMap<string> labels = [new("app", app)];
        labels = workload.Version is { } version ? labels.With("version", version) : labels;
        bool isAlone = workloads.Count(w => w.Cluster == workload.Cluster && w.Version == workload.Version) == 1;
        return isAlone ? labels : labels.With(WorkloadLabel, workload.Name);
    }

    // Cloud providers label their nodes; elsewhere the pod has to say where it runs. Label values have no '/', Istio reads '.' as one.
    private static IEnumerable<KeyValuePair<string, string>> LocalityLabel(Workload workload, MeshCluster cluster) =>
        cluster.Provider is CloudProvider.OnPremises or CloudProvider.Other && cluster.Region.Length > 0
            ? [new(Locality, cluster.LocalityOf(workload).ToString().Replace('/', '.'))]
            : [];

    private static EquatableMap<string> Merge(params IEnumerable<KeyValuePair<string, string>>[] labels) =>
        labels.SelectMany(l => l).DistinctBy(l => l.Key).ToEquatableMap();
}
