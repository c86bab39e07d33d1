using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with an exposure at the ingress.</summary>
internal static class IngressDiagnostics
{
    public static readonly DiagnosticDescriptor Host = new(
        "MESH1501", Error, "The service '{0}' is exposed at '{1}', which is not a host name.", "Give ExposedAt and AlsoAt DNS names without scheme, port and path.");

    public static readonly DiagnosticDescriptor Conflict = new(
        "MESH1502", Error, "The services '{0}' and '{1}' are both exposed at '{2}{3}', and only one of them gets the requests.", "Give each its own host in ExposedAt, or its own path in UnderPath.");

    public static readonly DiagnosticDescriptor UnknownPort = new(
        "MESH1503", Error, "The service '{0}' is exposed with port {1}, which it does not have.{2}", "Give OnPort of the exposure a port of the service.");

    public static readonly DiagnosticDescriptor NotHttp = new(
        "MESH1504", Error, "The service '{0}' is exposed with port {1}, which speaks {2} and not HTTP.", "Give OnPort of the exposure an HTTP port.");

    public static readonly DiagnosticDescriptor NoHttpPort = new(
        "MESH1505", Error, "The service '{0}' is exposed but has no HTTP port.", "Call OnPort on the service.");

    public static readonly DiagnosticDescriptor Secret = new(
        "MESH1506", Error, "The Secret '{1}' of the exposure of service '{0}' is not a DNS-1123 subdomain.", "Give WithTls the name of a Secret.");

    public static readonly DiagnosticDescriptor Selector = new(
        "MESH1507", Error, "The gateway label '{1}={2}' of service '{0}' is not one that Kubernetes takes.", "Give ThroughGateway a label of the gateway's pods, such as 'istio' and 'ingressgateway'.");
}
