using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>What an upgrade changes or can't change: MESH2900 to MESH2949.</summary>
internal static class UpgradeDiagnostics
{
    public static readonly DiagnosticDescriptor ConsecutiveErrors = new(
        "MESH2900",
        Warning,
        "consecutiveErrors: {0} meant, before Istio 1.7, that {0} answers 502, 503 or 504 in a row eject a host and other 5xx do not; since 1.7 it is ignored and 5 answers 5xx in a row do. Written: consecutiveGatewayErrors: {0}, consecutive5xxErrors: 0.",
        "If every 5xx was meant, choose ConsecutiveErrorsMeaning.CountEvery5xx.");

    public static readonly DiagnosticDescriptor ConsecutiveErrorsAs5xx = new(
        "MESH2901",
        Warning,
        "consecutiveErrors: {0} meant, before Istio 1.7, that {0} answers 502, 503 or 504 in a row eject a host; since 1.7 it is ignored and 5 answers 5xx in a row do. Written: consecutive5xxErrors: {0}, so that every 5xx counts, as you chose.",
        "If only gateway errors were meant, choose ConsecutiveErrorsMeaning.Faithful.");

    public static readonly DiagnosticDescriptor EjectionLimit = new(
        "MESH2902",
        Warning,
        "maxEjectionPercent is not set, so it is 10: older Envoys ejected the first host even so, and since Istio 1.20 they do not, which leaves services of fewer than 10 hosts without any ejection. Nothing was written.",
        "Set maxEjectionPercent, 100 to let failover empty a locality, or set UpgradeOptions.WritesMaxEjectionPercent.");

    public static readonly DiagnosticDescriptor EjectionLimitWritten = new(
        "MESH2903",
        Warning,
        "maxEjectionPercent was not set, so it was 10: older Envoys ejected the first host even so, and since Istio 1.20 they do not, which leaves services of fewer than 10 hosts without any ejection. Written: maxEjectionPercent: 100, so that all hosts may be ejected, as you chose.",
        "Give a lower percentage where some hosts must always stay.");

    public static readonly DiagnosticDescriptor LeastConnections = new(
        "MESH2904",
        Info,
        "simple: LEAST_CONN meant the host with the fewest active requests of two picked at random; it still means that, under the name LEAST_REQUEST. Written: simple: LEAST_REQUEST.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor WarmupDuration = new(
        "MESH2905",
        Info,
        "warmupDurationSecs: {0} meant the time in which a new host comes to its full share; it still does, and warmup.duration has taken its place. Written: warmup.duration: {0}.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor MinimumRingSize = new(
        "MESH2906",
        Info,
        "consistentHash.minimumRingSize: {0} meant the least size of the ring; it still does, and ringHash.minimumRingSize has taken its place. Written: ringHash.minimumRingSize: {0}.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor MirrorPercent = new(
        "MESH2907",
        Info,
        "{0}: {1} meant the share of requests that are mirrored, in percent; mirrorPercentage has taken its place. Written: mirrorPercentage.value: {1}.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor FaultPercent = new(
        "MESH2908",
        Warning,
        "percent: {1} meant the share of requests with the {0}, in percent; percentage has taken its place, and for aborts the old field is gone. Written: percentage.value: {1}.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor ApiVersion = new(
        "MESH2909",
        Info,
        "apiVersion: {0} meant the same schema under an older name. Written: apiVersion: {1}, which Istio {2} serves.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor AuthenticationPolicy = new(
        "MESH2910",
        Warning,
        "{0} {1} meant mutual TLS {2} for {3}; Istio ignores authentication.istio.io since 1.6, and without it accepts plain text and mutual TLS alike. Written: PeerAuthentication {4} with mode {2}.",
        "Delete the old object when the new one is applied.");

    public static readonly DiagnosticDescriptor AuthenticationPolicyKept = new(
        "MESH2911",
        Error,
        "{0} {1} has {2}, which PeerAuthentication can't say; Istio ignores authentication.istio.io since 1.6. Nothing was written.",
        "{3}");

    public static readonly DiagnosticDescriptor RemovedGroup = new(
        "MESH2912",
        Error,
        "{0} of {1} was {2}; Istio ignores it since {3}. Nothing was written, as it has no form of today that means the same.",
        "{4}");

    public static readonly DiagnosticDescriptor BothForms = new(
        "MESH2913",
        Warning,
        "{0}: {1} stands beside {2}, which has taken its place and counts. Written: {2} alone.",
        "Check that {2} is the one you mean.");

    public static readonly DiagnosticDescriptor MutualTlsLeftover = new(
        "MESH2914",
        Warning,
        "The rule for {0} says nothing but tls.mode: ISTIO_MUTUAL, which clients needed before Istio 1.5; now they use mutual TLS by themselves wherever the server can, and this rule makes them use it where it can't, too. Nothing was written.",
        "Delete the rule, unless plain text to these hosts must fail.");

    public static readonly DiagnosticDescriptor AllowOrigin = new(
        "MESH2915",
        Info,
        "corsPolicy.allowOrigin meant origins, each in full; it still does, and allowOrigins has taken its place. Written: allowOrigins with {0} exact match(es).",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor SameObject = new(
        "MESH2916",
        Warning,
        "{1} stands here in version {0} and before in another, and both are one object now; the later one counts, and the earlier one is lost.",
        "Keep one of the two.");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "MESH2917",
        Error,
        "The object can't be read as the {0} of today, so it was left as it is: {1}",
        "{2}");

    public static readonly DiagnosticDescriptor HeaderFields = new(
        "MESH2918",
        Warning,
        "{0} meant headers that are changed on the way; the field is gone, and an object that still has it is refused or read without it. Written: {1} with {2} header(s).",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor WebsocketUpgrade = new(
        "MESH2919",
        Info,
        "websocketUpgrade meant that WebSockets may be opened; the field is gone, and they always may. The field was removed.",
        "Nothing is left to do.");

    public static readonly DiagnosticDescriptor PortName = new(
        "MESH2920",
        Error,
        "The port of the destination '{0}' is given by the name '{1}'; the field is gone, and Istio reads numbers only. Nothing was written.",
        "Give port.number, the number that the Service has for this name.");

    public static readonly DiagnosticDescriptor PortNumber = new(
        "MESH2921",
        Info,
        "port.name: {0} meant the port of that name of '{1}'; the field is gone, and Istio reads numbers only. Written: port.number: {2}, its number in the Service.",
        "Nothing is left to do.");
}
