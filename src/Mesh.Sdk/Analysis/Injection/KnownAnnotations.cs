using System.Globalization;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Injection;

/// <summary>The annotations of Istio.</summary>
/// <remarks>Source: istio.io, Resource Annotations; Istio, <c>pkg/kube/inject/validate.go</c> for the values.</remarks>
internal static class KnownAnnotations
{
    private static readonly string[] Any = ["Any"];
    private static readonly string[] Gateway = ["Gateway"];
    private static readonly string[] Namespace = ["Namespace"];
    private static readonly string[] Pod = ["Pod"];
    private static readonly string[] Service = ["Service"];
    private static readonly string[] WorkloadEntry = ["WorkloadEntry"];

    private static readonly Dictionary<string, KnownAnnotation> All = new(StringComparer.Ordinal)
    {
        ["alpha.istio.io/canonical-serviceaccounts"] = new(Service, IsDeprecated: true),
        ["alpha.istio.io/identity"] = new(Pod, IsDeprecated: true),
        ["alpha.istio.io/kubernetes-serviceaccounts"] = new(Service, IsDeprecated: true),
        ["ambient.istio.io/bypass-inbound-capture"] = new(Pod),
        ["ambient.istio.io/dns-capture"] = new(Pod),
        ["ambient.istio.io/redirection"] = new(Pod),
        ["ambient.istio.io/waypoint-inbound-binding"] = new(["GatewayClass"]),
        ["galley.istio.io/analyze-suppress"] = new(Any),
        ["gateway.istio.io/alias-for"] = new(Gateway),
        ["gateway.istio.io/controller-version"] = new(Gateway),
        ["gateway.istio.io/name-override"] = new(Gateway),
        ["gateway.istio.io/service-account"] = new(Gateway),
        ["inject.istio.io/templates"] = new(Pod),
        ["install.operator.istio.io/chart-owner"] = new(Any),
        ["install.operator.istio.io/owner-generation"] = new(Any),
        ["install.operator.istio.io/version"] = new(Any),
        ["istio.io/autoRegistrationGroup"] = new(WorkloadEntry),
        ["istio.io/connectedAt"] = new(WorkloadEntry),
        ["istio.io/disconnectedAt"] = new(WorkloadEntry),
        ["istio.io/dry-run"] = new(["AuthorizationPolicy"]),
        ["istio.io/reroute-virtual-interfaces"] = new(Pod),
        ["istio.io/rev"] = new(Pod),
        ["istio.io/workloadController"] = new(WorkloadEntry),
        ["kubernetes.io/ingress.class"] = new(["Ingress"]),
        ["networking.istio.io/address-type"] = new(Gateway),
        ["networking.istio.io/exportTo"] = new(Service),
        ["networking.istio.io/service-type"] = new(Gateway),
        ["networking.istio.io/traffic-distribution"] = new(["Namespace", "Service", "ServiceEntry"]),
        ["prometheus.istio.io/merge-metrics"] = new(Pod),
        ["proxy.istio.io/config"] = new(Pod),
        ["proxy.istio.io/overrides"] = new(Pod),
        ["readiness.status.sidecar.istio.io/applicationPorts"] = new(Pod),
        ["readiness.status.sidecar.istio.io/failureThreshold"] = new(Pod, IsValid: IsCount),
        ["readiness.status.sidecar.istio.io/initialDelaySeconds"] = new(Pod, IsValid: IsCount),
        ["readiness.status.sidecar.istio.io/periodSeconds"] = new(Pod, IsValid: IsCount),
        ["sidecar.istio.io/agentLogLevel"] = new(Pod),
        ["sidecar.istio.io/bootstrapOverride"] = new(Pod),
        ["sidecar.istio.io/componentLogLevel"] = new(Pod),
        ["sidecar.istio.io/controlPlaneAuthPolicy"] = new(Pod, IsDeprecated: true),
        ["sidecar.istio.io/discoveryAddress"] = new(Pod, IsDeprecated: true),
        ["sidecar.istio.io/enableCoreDump"] = new(Pod, IsValid: text => bool.TryParse(text, out _)),
        ["sidecar.istio.io/extraStatTags"] = new(Pod),
        ["sidecar.istio.io/inject"] = new(Pod, IsDeprecated: true),
        ["sidecar.istio.io/interceptionMode"] = new(Pod, IsValid: text => text is "REDIRECT" or "TPROXY" or "NONE"),
        ["sidecar.istio.io/logLevel"] = new(Pod),
        ["sidecar.istio.io/nativeSidecar"] = new(Pod),
        ["sidecar.istio.io/proxyCPU"] = new(Pod),
        ["sidecar.istio.io/proxyCPULimit"] = new(Pod),
        ["sidecar.istio.io/proxyImage"] = new(Pod),
        ["sidecar.istio.io/proxyImageType"] = new(Pod),
        ["sidecar.istio.io/proxyMemory"] = new(Pod),
        ["sidecar.istio.io/proxyMemoryLimit"] = new(Pod),
        ["sidecar.istio.io/rewriteAppHTTPProbers"] = new(Pod),
        ["sidecar.istio.io/statsCompression"] = new(Pod),
        ["sidecar.istio.io/statsHistogramBuckets"] = new(Pod),
        ["sidecar.istio.io/statsInclusionPrefixes"] = new(Pod, IsDeprecated: true),
        ["sidecar.istio.io/statsInclusionRegexps"] = new(Pod, IsDeprecated: true),
        ["sidecar.istio.io/statsInclusionSuffixes"] = new(Pod, IsDeprecated: true),
        ["sidecar.istio.io/status"] = new(Pod),
        ["sidecar.istio.io/userVolume"] = new(Pod),
        ["sidecar.istio.io/userVolumeMount"] = new(Pod),
        ["status.sidecar.istio.io/port"] = new(Pod, IsValid: text => text == "0" || IsPort(text)),
        ["topology.istio.io/controlPlaneClusters"] = new(Namespace),
        ["traffic.sidecar.istio.io/excludeInboundPorts"] = new(Pod, IsValid: ArePorts),
        ["traffic.sidecar.istio.io/excludeInterfaces"] = new(Pod),
        ["traffic.sidecar.istio.io/excludeOutboundIPRanges"] = new(Pod, IsValid: AreRanges),
        ["traffic.sidecar.istio.io/excludeOutboundPorts"] = new(Pod, IsValid: ArePorts),
        ["traffic.sidecar.istio.io/includeInboundPorts"] = new(Pod, IsValid: text => text == "*" || ArePorts(text)),
        ["traffic.sidecar.istio.io/includeOutboundIPRanges"] = new(Pod, IsValid: text => text == "*" || AreRanges(text)),
        ["traffic.sidecar.istio.io/includeOutboundPorts"] = new(Pod, IsValid: ArePorts),
        ["traffic.sidecar.istio.io/kubevirtInterfaces"] = new(Pod, IsDeprecated: true),
    };

    /// <summary>Finds an annotation.</summary>
    public static KnownAnnotation? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Returns whether a name is one of Istio's, known or not.</summary>
    public static bool IsOfIstio(string name) =>
        name == "kubernetes.io/ingress.class" || name.Split('/')[0].EndsWith("istio.io", StringComparison.Ordinal);

    private static bool IsCount(string text) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && IstioFormats.IsPort(port);

    private static bool ArePorts(string text) => text.Length == 0 || text.Split(',').All(port => IsPort(port.Trim()));

    private static bool AreRanges(string text) =>
        text.Length == 0 || text.Split(',').All(range => range.Contains('/', StringComparison.Ordinal) && IstioFormats.IsIpOrCidr(range));
}
