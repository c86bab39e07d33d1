using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>What to do where a mesh was inferred: which field of which object to change, and in which cluster.</summary>
internal sealed class ObjectAdvice(ResourceKey service, TargetPolicy policy, RunningWorkload[] running, InferredClusters clusters)
{
    private string Started => running.Length > 0 ? Named(running[0].Key) : $"the workload that {Named(service)} selects";

    public static string AddGateway(MeshCluster cluster, ResourceKey key) => key.Kind == "Namespace"
        ? $"Install an east-west gateway in cluster '{cluster.Name}', with a Service labelled topology.istio.io/network: {cluster.Network}, or give {Named(key)} the label topology.istio.io/network of the clusters that reach its pods directly."
        : $"Give {Named(key)} in cluster '{cluster.Name}' two addresses or more (status.loadBalancer.ingress), or label the Namespaces of the control planes with one topology.istio.io/network if pods reach each other directly.";

    public string Eject() => policy.Policy is null
        ? $"Add {Rule} with trafficPolicy.outlierDetection and maxEjectionPercent: 100."
        : $"Set outlierDetection.maxEjectionPercent of {Rule} to 100.";

    /// <param name="cause">What made it so; <see langword="null"/> if that is not told.</param>
    public string Change(RoutingDecision? cause) => cause switch
    {
        { Object: { } decided, Field: { } field } => $"Change {field} of {decided}.",
        { Rule: RoutingRule.MultiNetwork } => $"Let {Started} take part in mutual TLS in every cluster: no PeerAuthentication with mtls.mode DISABLE, and a sidecar (Namespace {service.Namespace}, label istio-injection: enabled).",
        _ => $"Change the traffic policy of {Rule}, or run {Started} in more places.",
    };

    public string AddPlace() => $"Run {Started} in another cluster, region or zone, or set outlierDetection.maxEjectionPercent of {Rule} below 100.";

    public string RunElsewhere(string only) => clusters.All.FirstOrDefault(c => c.Name != only) is { } other
        ? $"Apply {Started} to another cluster than '{only}', such as '{other.Name}', too."
        : $"Apply {Started} to a second cluster.";

    public string AddService(IReadOnlyList<string> blind) => $"Apply {Named(service)} to {In(blind)} too; it needs no workload there.";

    public string RunMore(IReadOnlyList<string> heirs, long replicas) => string.Create(
        CultureInfo.InvariantCulture,
        $"Raise {string.Join(" or ", running.Where(w => w.Places.Any(p => heirs.Contains(p.Region))).Select(Replicas).Distinct())} so that at least {replicas} run in {Words.Quoted(heirs)}.");

    public string RunIn(string region, IEnumerable<string> regions)
    {
        string[] there = [.. clusters.All.Select(c => c.Name).Where(c => clusters.PlacesOf(c).Any(p => p.Region == region))];
        string place = policy.Failovers.FirstOrDefault(f => f.Failover.To == region) is { Failover: not null } failover
            ? $"{failover.Place.Path} of {Named(failover.Place.Key)}{Where(failover.Place.Key)}"
            : $"the failover of {Rule}";
        return $"Apply {Started} to {In(there)} too (spec.replicas above 0), or set {place} to a region where it runs: {Words.Quoted(regions.Order(StringComparer.Ordinal))}.";
    }

    public string TellRegion(PlacedWorkload workload) =>
        $"Label the nodes of cluster '{workload.Cluster}' with topology.kubernetes.io/region, or the pods that {Named(service)} selects there with istio-locality (spec.template.metadata.labels of {Named(workload.Object!.Key)}).";

    public string BreakLoop(RegionFailover failover) =>
        $"Remove the failover from '{failover.From}' or that from '{failover.To}' from {Rule}, or set ISTIO_META_REQUESTED_NETWORK_VIEW of the east-west gateway in each cluster to its own network.";

    private string Rule => policy.Policy is { } view ? $"{Named(view.Rule.Place.Key)}{Where(view.Rule.Place.Key)}" : $"a DestinationRule for {Named(service)}";

    private static string Named(ResourceKey key) => key.Namespace.Length == 0 ? $"{key.Kind} {key.Name}" : $"{key.Kind} {key.Namespace}/{key.Name}";

    private static string Where(ResourceKey key) => key.Cluster.Length == 0 ? "" : $" in cluster '{key.Cluster}'";

    private static string In(IReadOnlyList<string> names) => names.Count == 1 ? $"cluster '{names[0]}'" : names.Count == 0 ? "a cluster there" : $"the clusters {Words.Quoted(names)}";

    private static string Replicas(RunningWorkload workload) => workload.ReplicasPath.Length == 0
        ? $"the number of pods like {Named(workload.Key)}{Where(workload.Key)}"
        : $"{workload.ReplicasPath} of {Named(workload.ReplicasKey)}{Where(workload.ReplicasKey)}";
}
