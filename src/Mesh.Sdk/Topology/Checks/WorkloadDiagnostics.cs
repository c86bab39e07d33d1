using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with a workload.</summary>
internal static class WorkloadDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownCluster = new(
        "MESH1301", Error, "'{0}' runs on cluster '{1}', which the mesh does not have.{2}", "Give RunsOn a cluster of AddCluster.");

    public static readonly DiagnosticDescriptor UnknownZone = new(
        "MESH1302", Error, "'{0}' runs in zone '{2}' of cluster '{1}', which has no such zone.{3}", "Give RunsOn or InZone a zone that InZones of the cluster names.");

    public static readonly DiagnosticDescriptor Replicas = new(
        "MESH1303", Error, "'{0}' runs with {2} replicas on cluster '{1}', and fewer than none is not possible.", "Give RunsOn or WithReplicas 0 or more.");

    public static readonly DiagnosticDescriptor Duplicate = new(
        "MESH1304", Error, "The workload '{1}' of '{0}' stands twice on cluster '{2}' in namespace '{3}', and one would replace the other.", "Call RunsOn once, or tell the workloads apart by WithVersion, InZone or WithName.");

    public static readonly DiagnosticDescriptor Name = new(
        "MESH1305", Error, "The workload name '{1}' of '{0}' is not a DNS-1123 label.{2}", "Give WithName up to 63 lower-case letters, digits and '-', or shorten service and version.");

    public static readonly DiagnosticDescriptor Version = new(
        "MESH1306", Error, "The version '{1}' of '{0}' is not a DNS-1123 label, so no subset can be called so.{2}", "Give WithVersion up to 63 lower-case letters, digits and '-', such as 'v1-0'.");

    public static readonly DiagnosticDescriptor Label = new(
        "MESH1307", Error, "The pod label '{1}={2}' of '{0}' is not one that Kubernetes takes.", "Give WithLabel a key and value of letters, digits, '-', '_' and '.'; only the key may have a DNS name and '/' before it.");

    public static readonly DiagnosticDescriptor ReservedLabel = new(
        "MESH1308", Error, "The pod label '{1}' of '{0}' is set by the mesh itself.", "Leave it out of WithLabel, and call WithVersion for 'version'.");

    public static readonly DiagnosticDescriptor ImageMissing = new(
        "MESH1309", Error, "The workload '{1}' of '{0}' tells of its container, but not the image.", "Call WithImage as well.");

    public static readonly DiagnosticDescriptor EnvironmentName = new(
        "MESH1310", Error, "The environment variable '{1}' of '{0}' has a name that Kubernetes does not take.", "Give WithEnvironment a name of letters, digits, '_', '-' and '.', with no digit first.");

    public static readonly DiagnosticDescriptor Quantity = new(
        "MESH1311", Error, "The quantity '{1}' of '{0}' is not one of Kubernetes.", "Give WithRequests and WithLimits quantities such as '50m', '0.5' or '64Mi'.");

    public static readonly DiagnosticDescriptor ContainerPort = new(
        "MESH1312", Error, "The container port {1} of '{0}' is not in 1 to 65535, or stands twice.", "Give WithContainerPorts each port once.");

    public static readonly DiagnosticDescriptor NotResolved = new(
        "MESH1313", Warning, "'{0}' runs on cluster '{1}' but does not resolve there, so its pods there get no traffic.", "Name the cluster in ResolvesIn as well.");

    public static readonly DiagnosticDescriptor Zone = new(
        "MESH1314", Error, "The zone or sub-zone '{2}' of '{0}' on cluster '{1}' holds '/', '*' or white space, which none may.", "Give single names to InZone and InSubZone.");
}
