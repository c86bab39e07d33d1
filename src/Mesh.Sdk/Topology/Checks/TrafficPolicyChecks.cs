namespace Mesh.Sdk.Topology.Checks;

/// <summary>Ranges of outlier detection, connection pool and load balancing.</summary>
internal static class TrafficPolicyChecks
{
    public static void Run(MeshService service, Findings findings)
    {
        string path = ServiceChecks.PathOf(service);
        if (service.OutlierDetection is { } detection)
        {
            CheckOutlierDetection(service.Name, detection, $"{path}.outlierDetection", findings);
        }

        if (service.ConnectionPool is { } pool)
        {
            CheckConnectionPool(service.Name, pool, $"{path}.connectionPool", findings);
        }

        if (service.LoadBalancing?.Hash is { } hash)
        {
            Ranges.CheckDuration(service.Name, hash.CookieLifetime, "lifetime of the cookie", $"{path}.loadBalancing", findings);
            findings.AddIf(
                hash.Key == ConsistentHashKey.Header && !KubernetesNames.IsHeaderName(hash.Name),
                TrafficDiagnostics.HeaderName,
                $"{path}.loadBalancing",
                service.Name,
                hash.Name);
        }
    }

    private static void CheckOutlierDetection(string service, MeshOutlierDetection detection, string path, Findings findings)
    {
        Ranges.CheckDuration(service, detection.Interval, "interval between sweeps", $"{path}.interval", findings);
        Ranges.CheckDuration(service, detection.BaseEjectionTime, "base ejection time", $"{path}.baseEjectionTime", findings);
        Ranges.CheckPercent(service, detection.MaxEjectionPercent, "max ejection percent", $"{path}.maxEjectionPercent", findings);
        Ranges.CheckPercent(service, detection.MinHealthPercent, "min health percent", $"{path}.minHealthPercent", findings);
        Ranges.CheckCount(service, detection.Consecutive5xxErrors, "consecutive 5xx errors", $"{path}.consecutive5xxErrors", findings);
        Ranges.CheckCount(service, detection.ConsecutiveGatewayErrors, "consecutive gateway errors", $"{path}.consecutiveGatewayErrors", findings);
        Ranges.CheckCount(
            service,
            detection.ConsecutiveLocalOriginFailures,
            "consecutive local origin failures",
            $"{path}.consecutiveLocalOriginFailures",
            findings);
        findings.AddIf(
            detection.ConsecutiveLocalOriginFailures > 0 && detection.SplitExternalLocalOriginErrors != true,
            TrafficDiagnostics.NoSplit,
            $"{path}.consecutiveLocalOriginFailures",
            service,
            detection.ConsecutiveLocalOriginFailures);
        bool countsLocalOrigin = detection.SplitExternalLocalOriginErrors == true && detection.ConsecutiveLocalOriginFailures != 0;
        findings.AddIf(
            detection.Consecutive5xxErrors == 0 && detection.ConsecutiveGatewayErrors is null or 0 && !countsLocalOrigin,
            TrafficDiagnostics.NoDetector,
            path,
            service);
    }

    private static void CheckConnectionPool(string service, ConnectionPool pool, string path, Findings findings)
    {
        findings.AddIf(pool == new ConnectionPool(), TrafficDiagnostics.EmptyPool, path, service);
        Ranges.CheckDuration(service, pool.ConnectTimeout, "connect timeout", $"{path}.connectTimeout", findings);
        Ranges.CheckDuration(service, pool.MaxConnectionDuration, "max connection duration", $"{path}.maxConnectionDuration", findings);
        Ranges.CheckDuration(service, pool.IdleTimeout, "idle timeout", $"{path}.idleTimeout", findings);
        Ranges.CheckCount(service, pool.MaxConnections, "max connections", $"{path}.maxConnections", findings);
        Ranges.CheckCount(service, pool.MaxPendingRequests, "max pending requests", $"{path}.maxPendingRequests", findings);
        Ranges.CheckCount(service, pool.MaxRequests, "max requests", $"{path}.maxRequests", findings);
        Ranges.CheckCount(service, pool.MaxRequestsPerConnection, "max requests per connection", $"{path}.maxRequestsPerConnection", findings);
        Ranges.CheckCount(service, pool.MaxRetries, "max retries", $"{path}.maxRetries", findings);
    }
}
