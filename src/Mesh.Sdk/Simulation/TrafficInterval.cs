using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What happens to the requests of a client to a service while nothing changes. All rates are requests per second.</summary>
public sealed record TrafficInterval
{
    /// <summary>Gets when it begins.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Gets when it ends; the next one begins then.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>Gets the requests that the client makes.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>Gets the requests that are answered without an error.</summary>
    public required double SuccessesPerSecond { get; init; }

    /// <summary>Gets the requests that fail, by cause; causes of none are left out.</summary>
    public EquatableList<FailureRate> Failures { get; init; } = [];

    /// <summary>Gets the tries, retries included.</summary>
    public double TriesPerSecond { get; init; }

    /// <summary>Gets the requests whose last try went to each cluster, whether it succeeded or not.</summary>
    public EquatableMap<double> ByCluster { get; init; } = [];

    /// <summary>Gets the requests that fail, by the cluster that their last try went to. Those that were sent to no host are in none.</summary>
    public EquatableMap<double> FailuresByCluster { get; init; } = [];

    /// <summary>Gets the requests whose last try went to each locality, whether it succeeded or not.</summary>
    public EquatableMap<double> ByLocality { get; init; } = [];

    /// <summary>Gets the priorities, 0 first.</summary>
    public EquatableList<PriorityState> Priorities { get; init; } = [];

    /// <summary>Gets the hosts that the client has ejected: addresses of endpoints and of gateways.</summary>
    public EquatableList<string> EjectedHosts { get; init; } = [];

    /// <summary>Gets how long a request takes on average, retries included.</summary>
    public TimeSpan MeanLatency { get; init; }

    /// <summary>Gets its length.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Gets the requests that fail, of all causes.</summary>
    public double FailuresPerSecond
    {
        get
        {
            double sum = 0;
            foreach (FailureRate failure in Failures)
            {
                sum += failure.PerSecond;
            }

            return sum;
        }
    }

    /// <summary>Returns the share of a cluster among the requests that reached one, 0 to 1.</summary>
    public double ShareOf(string cluster)
    {
        double all = ByCluster.Values.Sum();
        return all > 0 && ByCluster.TryGetValue(cluster, out double here) ? here / all : 0;
    }
}
