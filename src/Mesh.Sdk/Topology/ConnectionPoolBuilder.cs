namespace Mesh.Sdk.Topology;

/// <summary>Declares limits on connections and requests. What is not told is the platform's default.</summary>
public sealed class ConnectionPoolBuilder
{
    private ConnectionPool _pool;

    internal ConnectionPoolBuilder(ConnectionPool pool) => _pool = pool;

    /// <summary>Sets what Backyards' circuit breaker sets: connecting within 3 s, 1024 of everything, one request on a connection.</summary>
    public ConnectionPoolBuilder AsBackyards() => With(_pool with
    {
        ConnectTimeout = TimeSpan.FromSeconds(3),
        MaxConnections = 1024,
        MaxPendingRequests = 1024,
        MaxRequests = 1024,
        MaxRequestsPerConnection = 1,
        MaxRetries = 1024,
    });

    /// <summary>Sets the most connections to a host.</summary>
    public ConnectionPoolBuilder WithMaxConnections(int connections) => With(_pool with { MaxConnections = connections });

    /// <summary>Sets how long connecting may take, at least 1 ms.</summary>
    public ConnectionPoolBuilder WithConnectTimeout(TimeSpan timeout) => With(_pool with { ConnectTimeout = timeout });

    /// <summary>Sets how long a connection may live, at least 1 ms.</summary>
    public ConnectionPoolBuilder WithMaxConnectionDuration(TimeSpan duration) => With(_pool with { MaxConnectionDuration = duration });

    /// <summary>Sets the most requests that wait for a connection.</summary>
    public ConnectionPoolBuilder WithMaxPendingRequests(int requests) => With(_pool with { MaxPendingRequests = requests });

    /// <summary>Sets the most requests at once.</summary>
    public ConnectionPoolBuilder WithMaxRequests(int requests) => With(_pool with { MaxRequests = requests });

    /// <summary>Sets the most requests on one connection; 1 switches keep-alive off, 0 means no limit.</summary>
    public ConnectionPoolBuilder WithMaxRequestsPerConnection(int requests) => With(_pool with { MaxRequestsPerConnection = requests });

    /// <summary>Sets the most retries at once to all hosts.</summary>
    public ConnectionPoolBuilder WithMaxRetries(int retries) => With(_pool with { MaxRetries = retries });

    /// <summary>Sets how long an HTTP connection may be idle, at least 1 ms.</summary>
    public ConnectionPoolBuilder WithIdleTimeout(TimeSpan timeout) => With(_pool with { IdleTimeout = timeout });

    internal ConnectionPool Build() => _pool;

    private ConnectionPoolBuilder With(ConnectionPool pool)
    {
        _pool = pool;
        return this;
    }
}
