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

    public static readonly DiagnosticDescriptor GatewayConflict = new(
        "MESH1508", Error, "The services '{0}' and '{1}' both open '{2}' on port {3} of the same gateway, with other hosts or another Secret, and Istio serves one of them only.", "Give both the same hosts and Secret in ExposedAt, AlsoAt and WithTls: they share one Gateway then.");

    public static readonly DiagnosticDescriptor RoutesWithGatewayApi = new(
        "MESH1509", Error, "The service '{0}' has routes and is exposed by the Gateway API, whose resources can't repeat them: its splits, faults, mirrors, retries and timeouts would end at the door.", "Leave out WithGatewayApi, or the routes.");

    public static readonly DiagnosticDescriptor GatewayWithGatewayApi = new(
        "MESH1510", Error, "The service '{0}' is exposed by the Gateway API through chosen gateway pods, and the Gateway API runs a gateway of its own.", "Leave out ThroughGateway, or WithGatewayApi.");

    public static readonly DiagnosticDescriptor NameTaken = new(
        "MESH1511", Error, "The objects that expose the service '{0}' are called '{1}', which is the name of another service of the namespace with objects of that name.", "Give that service another name.");

    public static readonly DiagnosticDescriptor NameTooLong = new(
        "MESH1512", Error, "The objects that expose the service '{0}' would be called '{1}', which is longer than 63.", "Give the service a shorter name.");

    public static readonly DiagnosticDescriptor RegexUnderPath = new(
        "MESH1513", Error, "The service '{0}' is exposed under '{1}' and has a route by the regular expression '{2}', which can't be combined.", "Give OnPath or OnPathPrefix, or leave out UnderPath.");
}
