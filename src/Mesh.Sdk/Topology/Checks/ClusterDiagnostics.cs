using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with a mesh and its clusters.</summary>
internal static class ClusterDiagnostics
{
    public static readonly DiagnosticDescriptor MeshName = new(
        "MESH1001", Error, "The mesh is called '{0}', which is not a DNS-1123 label.{1}", "Give Define a name of up to 63 lower-case letters, digits and '-'.");

    public static readonly DiagnosticDescriptor NoCluster = new(
        "MESH1002", Warning, "The mesh '{0}' has no cluster, so nothing of it runs anywhere.", "Call AddCluster.");

    public static readonly DiagnosticDescriptor NoHost = new(
        "MESH1003", Error, "None of the {0} cluster(s) is a host, so no cluster holds the Istio configuration.", "Call AsHost on the cluster that runs the control plane.");

    public static readonly DiagnosticDescriptor DuplicateCluster = new(
        "MESH1004", Error, "The cluster '{0}' is added twice.", "Give each cluster its own name in AddCluster.");

    public static readonly DiagnosticDescriptor ClusterName = new(
        "MESH1005", Error, "The cluster name '{0}' is not a DNS-1123 label, so no Kubernetes object can carry it.{1}", "Give AddCluster a name of up to 63 lower-case letters, digits and '-'.");

    public static readonly DiagnosticDescriptor RegionMissing = new(
        "MESH1006", Warning, "The cluster '{0}' has no region, so no failover can prefer or avoid it.", "Call OnAws, OnGoogleCloud, OnAzure or OnPremises with its region.");

    public static readonly DiagnosticDescriptor RegionSyntax = new(
        "MESH1007", Error, "The region '{1}' of cluster '{0}' holds '/', '*' or white space, which no region may.", "Give the region alone, and its zones to InZones.");

    public static readonly DiagnosticDescriptor UnknownRegion = new(
        "MESH1008", Warning, "The cluster '{0}' is on {1} in '{2}', which is not a known region of {1}.{3}{4}", "Give the region that the label topology.kubernetes.io/region of its nodes shows.");

    public static readonly DiagnosticDescriptor ZoneSyntax = new(
        "MESH1009", Error, "The zone or sub-zone '{1}' of cluster '{0}' holds '/', '*' or white space, which none may.", "Give single names to InZones and InSubZone.");

    public static readonly DiagnosticDescriptor DuplicateZone = new(
        "MESH1010", Error, "The zone '{1}' of cluster '{0}' is given twice.", "Give each zone once to InZones.");

    public static readonly DiagnosticDescriptor ForeignZone = new(
        "MESH1011", Warning, "The zone '{1}' of cluster '{0}' does not look like one of region '{2}', which begin with its name.", "Give InZones what the label topology.kubernetes.io/zone of the nodes shows.");

    public static readonly DiagnosticDescriptor ZoneWithoutRegion = new(
        "MESH1012", Error, "The cluster '{0}' has zones or a sub-zone but no region, and a locality with an empty part never matches.", "Call OnAws, OnGoogleCloud, OnAzure or OnPremises with its region.");

    public static readonly DiagnosticDescriptor SubZoneWithoutZone = new(
        "MESH1013", Error, "The cluster '{0}' has the sub-zone '{1}' but no zone, and a locality with an empty part never matches.", "Call InZones as well.");

    public static readonly DiagnosticDescriptor NetworkName = new(
        "MESH1014", Error, "The network '{1}' of cluster '{0}' is not a label value, which topology.istio.io/network must be.", "Give InNetwork up to 63 letters, digits, '-', '_' and '.', alphanumeric at both ends.");

    public static readonly DiagnosticDescriptor RevisionName = new(
        "MESH1015", Error, "The revision '{0}' is not a label value, which istio.io/rev must be.", "Give WithRevision up to 63 letters, digits, '-', '_' and '.', alphanumeric at both ends.");

    public static readonly DiagnosticDescriptor GatewayAddress = new(
        "MESH1016", Error, "The gateway address '{1}' of cluster '{0}' is neither an IP address nor a DNS name.", "Give WithGatewayAddresses addresses without scheme and port.");

    public static readonly DiagnosticDescriptor SharedGatewayAddress = new(
        "MESH1017", Warning, "The gateway address '{0}' belongs to the networks '{1}' and '{2}', so traffic for one may reach the other.", "Give each network its own address in WithGatewayAddresses, or one network to both clusters in InNetwork.");

    public static readonly DiagnosticDescriptor TrustDomain = new(
        "MESH1018", Error, "The trust domain '{0}' is not a DNS name in lower case.", "Give WithTrustDomain a name such as 'cluster.local'.");

    public static readonly DiagnosticDescriptor TrustDomainsDiffer = new(
        "MESH1019", Warning, "The clusters '{0}' and '{1}' share the network '{2}' but have the trust domains '{3}' and '{4}', so mutual TLS between them fails unless each is an alias of the other.", "Give both the same trust domain in WithTrustDomain.");

    public static readonly DiagnosticDescriptor IstioNamespace = new(
        "MESH1020", Error, "The namespace '{0}' of the control plane is not a DNS-1123 label.{1}", "Give WithIstioNamespace a name such as 'istio-system'.");
}
