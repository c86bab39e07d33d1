using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Where Istio thinks that a workload on Kubernetes runs.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/serviceregistry/kube/controller</c>; specification 1.2, 1.3.</remarks>
public static class WorkloadLocality
{
    private const string PodLabel = "topology.istio.io/locality";
    private const string OldPodLabel = "istio-locality";
    private const string OldRegion = "failure-domain.beta.kubernetes.io/region";
    private const string OldZone = "failure-domain.beta.kubernetes.io/zone";

    /// <summary>Returns the locality of an endpoint: that of its own label, which wins outright, else that of its node.</summary>
    /// <param name="podLabels">Labels of the pod.</param>
    /// <param name="nodeLabels">Labels of its node.</param>
    public static Locality OfEndpoint(EquatableMap<string> podLabels, EquatableMap<string> nodeLabels) =>
        OfPodLabel(podLabels) ?? new(
            First(nodeLabels, TopologyLabels.Region, OldRegion),
            First(nodeLabels, TopologyLabels.Zone, OldZone),
            First(nodeLabels, TopologyLabels.SubZone));

    /// <summary>Returns the locality of a client: that of its topology labels, else of its locality label, else what its proxy reported.</summary>
    /// <param name="labels">Labels of the workload as the registry knows them.</param>
    /// <param name="reported">What the proxy reported at start-up.</param>
    public static Locality OfClient(EquatableMap<string> labels, Locality reported)
    {
        Locality known = new(First(labels, TopologyLabels.Region), First(labels, TopologyLabels.Zone), First(labels, TopologyLabels.SubZone));
        return !known.IsEmpty ? known : OfPodLabel(labels) ?? reported;
    }

    private static Locality? OfPodLabel(EquatableMap<string> labels) =>
        First(labels, PodLabel, OldPodLabel) is { Length: > 0 } value ? Locality.ParseLabel(value) : null;

    private static string First(EquatableMap<string> labels, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (labels.TryGetValue(name, out string? value) && value.Length > 0)
            {
                return value;
            }
        }

        return "";
    }
}
