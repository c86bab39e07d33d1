namespace Mesh.Sdk.Topology;

/// <summary>Limits on the connections and requests of one client towards a service.</summary>
/// <remarks>Rendered as <c>trafficPolicy.connectionPool</c>. Source: Istio, <c>destination_rule.proto</c>, message <c>ConnectionPoolSettings</c>.</remarks>
public sealed record ConnectionPool
{
    /// <summary>Gets the most connections to a host. <see langword="null"/> means no limit (2^32-1).</summary>
    public int? MaxConnections { get; init; }

    /// <summary>Gets how long connecting may take. At least 1 ms; <see langword="null"/> leaves the platform default, 10 s.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>Gets how long a connection may live. At least 1 ms; <see langword="null"/> means no limit.</summary>
    public TimeSpan? MaxConnectionDuration { get; init; }

    /// <summary>Gets the most requests that wait for a connection. <see langword="null"/> means no limit (2^32-1).</summary>
    public int? MaxPendingRequests { get; init; }

    /// <summary>Gets the most requests at once. <see langword="null"/> means no limit (2^32-1).</summary>
    public int? MaxRequests { get; init; }

    /// <summary>Gets the most requests on one connection; 1 switches keep-alive off. <see langword="null"/> or 0 means no limit.</summary>
    public int? MaxRequestsPerConnection { get; init; }

    /// <summary>Gets the most retries at once to all hosts. <see langword="null"/> means no limit (2^32-1).</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Gets how long an HTTP connection may be idle. At least 1 ms; <see langword="null"/> leaves the platform default, 1 h.</summary>
    public TimeSpan? IdleTimeout { get; init; }
}
