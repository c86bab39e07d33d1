using Mesh.Sdk.Diagnostics;
using static Mesh.Sdk.Diagnostics.DiagnosticSeverity;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>What can be wrong with outlier detection, connection pools and routes.</summary>
internal static class TrafficDiagnostics
{
    public static readonly DiagnosticDescriptor Duration = new(
        "MESH1440", Error, "The service '{0}' has {1} as {2}, and a duration is at least 1 ms and whole milliseconds.", "Give a TimeSpan of at least 1 ms without fractions of it.");

    public static readonly DiagnosticDescriptor Percent = new(
        "MESH1441", Error, "The service '{0}' has {1} as {2}, and a percentage is 0 to 100.", "Give a number from 0 to 100.");

    public static readonly DiagnosticDescriptor Count = new(
        "MESH1442", Error, "The service '{0}' has {1} as {2}, and a count is not negative.", "Give 0 or more.");

    public static readonly DiagnosticDescriptor NoSplit = new(
        "MESH1443", Error, "The service '{0}' counts {1} local origin failures without counting them apart, which Istio refuses.", "Leave out WithLocalOriginErrorsSplit(false), or AfterConsecutiveLocalOriginFailures.");

    public static readonly DiagnosticDescriptor NoDetector = new(
        "MESH1444", Warning, "Every detector of service '{0}' is off, so no host is ever ejected.", "Give AfterConsecutive5xx or AfterConsecutiveGatewayErrors a number above 0.");

    public static readonly DiagnosticDescriptor EmptyPool = new(
        "MESH1445", Error, "The connection pool of service '{0}' limits nothing, which Istio refuses.", "Set a limit in LimitsConnections, or leave it out.");

    public static readonly DiagnosticDescriptor SplitSum = new(
        "MESH1450", Error, "The service '{0}' shifts {1} percent of the traffic, and not 100.", "Make the weights of To in ShiftsTraffic sum to 100.");

    public static readonly DiagnosticDescriptor UnknownVersion = new(
        "MESH1452", Error, "The service '{0}' sends traffic to version '{1}', and no workload of it has that version.{2}", "Call WithVersion on a workload, or name another version in To or Mirrors.");

    public static readonly DiagnosticDescriptor RepeatedVersion = new(
        "MESH1453", Error, "The service '{0}' names version '{1}' twice in one split.", "Call To once for each version.");

    public static readonly DiagnosticDescriptor EmptyFault = new(
        "MESH1454", Error, "The fault of service '{0}' neither delays nor aborts.", "Call Delays or Aborts in InjectsFaults, or leave it out.");

    public static readonly DiagnosticDescriptor AbortStatus = new(
        "MESH1455", Error, "The service '{0}' aborts requests with status {1}, which is not in 200 to 599.", "Give Aborts an HTTP status.");

    public static readonly DiagnosticDescriptor NoAttempts = new(
        "MESH1456", Error, "The service '{0}' switches retries off and says how they are made.", "Give Retries one attempt or more, or nothing else.");

    public static readonly DiagnosticDescriptor RetryCondition = new(
        "MESH1457", Error, "The service '{0}' retries on '{1}', which is no condition of Envoy and no HTTP status.{2}", "Give WithConditions names such as 'connect-failure' or '503'.");

    public static readonly DiagnosticDescriptor Path = new(
        "MESH1458", Error, "The service '{0}' matches the path '{1}', and a path begins with '/'.", "Give OnPath, OnPathPrefix or UnderPath a path that begins with '/'.");

    public static readonly DiagnosticDescriptor MatchPort = new(
        "MESH1459", Error, "The service '{0}' matches port {1}, which it does not have.{2}", "Give OnPort of the match a port of the service.");

    public static readonly DiagnosticDescriptor HeaderName = new(
        "MESH1460", Error, "The service '{0}' names the header '{1}', which is not a header name.", "Give OnHeader or HashesByHeader a name such as 'x-canary'.");

    public static readonly DiagnosticDescriptor Unreachable = new(
        "MESH1461", Warning, "The route {1} of service '{0}' is never reached, since one before it takes every request.", "Declare routes with conditions first, and call Matches on them.");

    public static readonly DiagnosticDescriptor NoHttpPort = new(
        "MESH1462", Warning, "The service '{0}' has HTTP routes but no HTTP port, so they have no effect.", "Give OnPort the protocol Http, Http2 or Grpc.");
}
