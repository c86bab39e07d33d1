using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with failover, distribution and zone-aware routing.</summary>
internal static class FailoverDiagnostics
{
    public static readonly DiagnosticDescriptor RegionSyntax = new(
        "MESH1401", Error, "The failover region '{1}' of service '{0}' holds '/', '*' or white space; only whole regions fail over.", "Give FailsOver and FailsOverInOrder region names; zones fail over by themselves.");

    public static readonly DiagnosticDescriptor SameRegion = new(
        "MESH1402", Error, "The service '{0}' fails over from '{1}' to the same region.", "Give FailsOver two regions.");

    public static readonly DiagnosticDescriptor UnknownTarget = new(
        "MESH1403", Error, "The service '{0}' fails over to '{1}', and no cluster of the mesh is in that region.{2}{3}", "Give FailsOver or FailsOverInOrder the region of a cluster, or add one with AddCluster.");

    public static readonly DiagnosticDescriptor UnknownSource = new(
        "MESH1404", Warning, "The service '{0}' fails over from '{1}', and no cluster of the mesh is in that region, so no client there follows it.{2}{3}", "Give FailsOver the region of a cluster, or add one with AddCluster.");

    public static readonly DiagnosticDescriptor DuplicateSource = new(
        "MESH1405", Error, "The service '{0}' fails over from '{1}' twice; Istio looks at the first only, to '{2}', and never at '{3}'.", "Call FailsOver once for each region, or FailsOverInOrder for a chain.");

    public static readonly DiagnosticDescriptor NoOutlierDetection = new(
        "MESH1406", Warning, "The service '{0}' fails over without outlier detection, so the failover has no effect.", "Call EjectsOutliers on this service.");

    public static readonly DiagnosticDescriptor DistributionAndFailover = new(
        "MESH1407", Error, "The service '{0}' has both a distribution and a failover; Istio takes one of them.", "Call either Distributes, or FailsOver, FailsOverInOrder or FailsOverByLabels.");

    public static readonly DiagnosticDescriptor DistributionAndZoneAware = new(
        "MESH1408", Error, "The service '{0}' has both a distribution and zone-aware routing; Istio takes one of them.", "Call either Distributes or RoutesZoneAware.");

    public static readonly DiagnosticDescriptor TopologyLabel = new(
        "MESH1409", Error, "The service '{0}' fails over by the label '{1}' and by region, and Istio refuses both together.", "Leave the topology labels out of FailsOverByLabels, or leave out FailsOver and RoutesZoneAware.");

    public static readonly DiagnosticDescriptor PriorityLabel = new(
        "MESH1410", Error, "The failover label '{1}' of service '{0}' is neither a label key nor key=value.", "Give FailsOverByLabels keys such as 'topology.istio.io/network', or 'tier=1'.");

    public static readonly DiagnosticDescriptor DuplicatePriorityLabel = new(
        "MESH1411", Error, "The service '{0}' fails over by the label '{1}' twice, and Istio keeps only the last value.", "Name each label once in FailsOverByLabels, or call FailsOverInOrder for a chain of regions.");

    public static readonly DiagnosticDescriptor ShortOrder = new(
        "MESH1412", Error, "The failover order of service '{0}' has {1} region(s), and an order needs two.", "Give FailsOverInOrder every region, first to last.");

    public static readonly DiagnosticDescriptor RepeatedRegion = new(
        "MESH1413", Error, "The failover order of service '{0}' names '{1}' twice.", "Name each region once in FailsOverInOrder.");

    public static readonly DiagnosticDescriptor OrderAndOther = new(
        "MESH1414", Error, "The service '{0}' has a failover order and another failover, which contradict each other.", "Call only one of FailsOverInOrder, FailsOver and FailsOverByLabels.");

    public static readonly DiagnosticDescriptor LocalityIgnored = new(
        "MESH1415", Error, "The service '{0}' ignores locality, and has a failover, distribution or zone-aware routing.", "Leave out IgnoresLocality, or the other calls.");

    public static readonly DiagnosticDescriptor MinClusterSize = new(
        "MESH1416", Error, "The zone-aware routing of service '{0}' asks for {1} hosts, and fewer than 1 is refused.", "Give RoutesZoneAware 1 or more.");

    public static readonly DiagnosticDescriptor OrderAcrossNetworks = new(
        "MESH1417", Warning, "The failover order of service '{0}' is kept by pod labels, and endpoints behind the gateway of another network carry none: between the networks {1} the order is lost.", "Put the clusters into one network with InNetwork, or call FailsOver, whose regions work through gateways.");

    public static readonly DiagnosticDescriptor Pattern = new(
        "MESH1420", Error, "The locality '{1}' of service '{0}' is not a pattern: a part is empty, or '*' is not its last character.", "Give Distributes and To patterns such as 'eu-west-2/*'.");

    public static readonly DiagnosticDescriptor WeightRange = new(
        "MESH1421", Error, "The service '{0}' sends {2} percent to '{1}', which is not in 1 to 100.", "Give To a weight from 1 to 100, or leave the locality out.");

    public static readonly DiagnosticDescriptor WeightSum = new(
        "MESH1422", Error, "The service '{0}' distributes {2} percent of the traffic from '{1}', and not 100.", "Make the weights of To sum to 100.");

    public static readonly DiagnosticDescriptor Overlap = new(
        "MESH1423", Error, "The locality '{1}' of service '{0}' is covered by '{2}' before it.", "Name each locality once, and patterns with '*' last.");

    public static readonly DiagnosticDescriptor UnknownRegion = new(
        "MESH1424", Warning, "The service '{0}' distributes by '{1}', and no cluster of the mesh is in that region.{2}{3}", "Give Distributes and To the region of a cluster, or add one with AddCluster.");
}
