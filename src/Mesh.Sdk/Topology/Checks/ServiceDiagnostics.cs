using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with a service or client as such.</summary>
internal static class ServiceDiagnostics
{
    public static readonly DiagnosticDescriptor Name = new(
        "MESH1201", Error, "The service name '{0}' is not a DNS-1035 label.{1}", "Give AddService a name of up to 63 lower-case letters, digits and '-', with a letter first.");

    public static readonly DiagnosticDescriptor Duplicate = new(
        "MESH1202", Error, "The service '{0}' is added twice to namespace '{1}'.", "Declare all of it in one AddService; refine one of the demo application through its WithService.");

    public static readonly DiagnosticDescriptor Label = new(
        "MESH1203", Error, "The label '{1}={2}' of service '{0}' is not one that Kubernetes takes.", "Give WithLabel a key and value of letters, digits, '-', '_' and '.'; only the key may have a DNS name and '/' before it.");

    public static readonly DiagnosticDescriptor PortRange = new(
        "MESH1204", Error, "The port {1} of service '{0}' is not in 1 to 65535.", "Give OnPort, and WithTargetPort if called, a number in that range.");

    public static readonly DiagnosticDescriptor DuplicatePort = new(
        "MESH1205", Error, "The service '{0}' has the port {1} twice.", "Call OnPort once for each number.");

    public static readonly DiagnosticDescriptor PortName = new(
        "MESH1206", Error, "The port name '{1}' of service '{0}' is not a DNS-1123 label.{2}", "Give WithName up to 63 lower-case letters, digits and '-'.");

    public static readonly DiagnosticDescriptor DuplicatePortName = new(
        "MESH1207", Error, "Two ports of service '{0}' are called '{1}'.", "Give each its own name in WithName.");

    public static readonly DiagnosticDescriptor NoPort = new(
        "MESH1208", Error, "The service '{0}' has workloads but no port, and Kubernetes takes no such Service.", "Call OnPort, or AddClient if it only sends.");

    public static readonly DiagnosticDescriptor ServiceAccount = new(
        "MESH1209", Error, "The service account '{1}' of '{0}' is not a DNS-1123 subdomain.", "Give WithServiceAccount a name of lower-case letters, digits, '-' and '.'.");

    public static readonly DiagnosticDescriptor UnknownCluster = new(
        "MESH1210", Error, "The service '{0}' is to resolve in cluster '{1}', which the mesh does not have.{2}", "Give ResolvesIn a cluster of AddCluster.");

    public static readonly DiagnosticDescriptor SubsetName = new(
        "MESH1211", Error, "The subset or version '{1}' of service '{0}' is not a DNS-1123 label.{2}", "Give HasVersions, HasSubset and To a name of up to 63 letters, digits and '-', such as 'v1-0'.");

    public static readonly DiagnosticDescriptor DuplicateSubset = new(
        "MESH1212", Error, "The service '{0}' has the subset '{1}' twice.", "Name each version once in HasVersions and HasSubset.");

    public static readonly DiagnosticDescriptor SubsetLabel = new(
        "MESH1213", Error, "The label '{2}={3}' of subset '{1}' of service '{0}' is not one that Kubernetes takes.", "Give HasSubset a key and value of letters, digits, '-', '_' and '.'.");

    public static readonly DiagnosticDescriptor EmptySubset = new(
        "MESH1214", Warning, "No workload of service '{0}' has the labels of subset '{1}', so requests for it get 503.{2}", "Call WithVersion or WithLabel on a workload, or leave the subset out.");

    public static readonly DiagnosticDescriptor UnknownMutualTlsPort = new(
        "MESH1215", Error, "The service '{0}' sets mutual TLS for port {1}, which none of its ports leads to.", "Give WithMutualTls the target port of an OnPort.");

    public static readonly DiagnosticDescriptor PlainTextRefused = new(
        "MESH1216", Error, "The service '{0}' accepts mutual TLS only, and its clients are told to send plain text, so every request fails.", "Leave out WithClientTls(ClientTlsMode.Disable), or WithMutualTls(MutualTlsMode.Strict).");

    public static readonly DiagnosticDescriptor ClientName = new(
        "MESH1217", Error, "The client name '{0}' is not a DNS-1123 label.{1}", "Give AddClient a name of up to 63 lower-case letters, digits and '-'.");

    public static readonly DiagnosticDescriptor DuplicateClient = new(
        "MESH1218", Error, "The client '{0}' is added twice to namespace '{1}'.", "Declare all of it in one AddClient.");

    public static readonly DiagnosticDescriptor MutualTlsRequired = new(
        "MESH1219", Error, "The service '{0}' accepts plain text only, and its clients are told to use mutual TLS, so every request fails.", "Leave out WithClientTls(ClientTlsMode.IstioMutual), or WithMutualTls(MutualTlsMode.Disable).");

    public static readonly DiagnosticDescriptor EmptyText = new(
        "MESH1220", Error, "{0} was given an empty {1}.", "Give {0} a text, or leave the call out.");

    public static readonly DiagnosticDescriptor ClientNamedAsService = new(
        "MESH1221", Error, "The client '{0}' has the name of a service of namespace '{1}', whose pods are chosen by that name: its pods would get the service's traffic.", "Give AddClient another name.");

    public static readonly DiagnosticDescriptor PolicyNamedDefault = new(
        "MESH1222", Error, "The service '{0}' and its namespace '{1}' both have a mutual TLS mode, and both policies would be called 'default'.", "Give the service another name, or set the mode in one place only.");
}
