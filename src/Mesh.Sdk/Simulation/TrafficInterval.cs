using System.Diagnostics.CodeAnalysis;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What happens to the requests of a client to a service while nothing changes. All rates are requests per second.</summary>
/// <remarks>Intervals of one series that differ in their load alone share what they are made of, so that an hour of changing load stays small.</remarks>
public sealed record TrafficInterval
{
    private readonly TrafficRates _rates = TrafficRates.None;
    private readonly double _factor = 1;

    /// <summary>Makes an interval.</summary>
    public TrafficInterval()
    {
    }

    [SetsRequiredMembers]
    internal TrafficInterval(TimeSpan start, TimeSpan end, double requestsPerSecond, TrafficRates rates) =>
        (Start, End, RequestsPerSecond, _rates) = (start, end, requestsPerSecond, rates);

    /// <summary>Gets when it begins.</summary>
    public required TimeSpan Start { get; init; }

    /// <summary>Gets when it ends; the next one begins then.</summary>
    public required TimeSpan End { get; init; }

    /// <summary>Gets the requests that the client makes.</summary>
    public required double RequestsPerSecond { get; init; }

    /// <summary>Gets the requests that are answered without an error.</summary>
    public required double SuccessesPerSecond
    {
        get => _rates.Successes * _factor;
        init => Rates = Rates with { Successes = value };
    }

    /// <summary>Gets the requests that fail, by cause; causes of none are left out.</summary>
    public EquatableList<FailureRate> Failures
    {
        get => TrafficRates.Scale(_rates.Failures, _factor);
        init => Rates = Rates with { Failures = value };
    }

    /// <summary>Gets the tries, retries included.</summary>
    public double TriesPerSecond
    {
        get => _rates.Tries * _factor;
        init => Rates = Rates with { Tries = value };
    }

    /// <summary>Gets the requests whose last try went to each cluster, whether it succeeded or not.</summary>
    public EquatableMap<double> ByCluster
    {
        get => TrafficRates.Scale(_rates.ByCluster, _factor);
        init => Rates = Rates with { ByCluster = value };
    }

    /// <summary>Gets the requests that fail, by the cluster that their last try went to. Those that were sent to no host are in none.</summary>
    public EquatableMap<double> FailuresByCluster
    {
        get => TrafficRates.Scale(_rates.FailuresByCluster, _factor);
        init => Rates = Rates with { FailuresByCluster = value };
    }

    /// <summary>Gets the requests whose last try went to each locality, whether it succeeded or not.</summary>
    public EquatableMap<double> ByLocality
    {
        get => TrafficRates.Scale(_rates.ByLocality, _factor);
        init => Rates = Rates with { ByLocality = value };
    }

    /// <summary>Gets the priorities, 0 first.</summary>
    public EquatableList<PriorityState> Priorities
    {
        get => _rates.Priorities;
        init => Rates = Rates with { Priorities = value };
    }

    /// <summary>Gets the hosts that the client has ejected: addresses of endpoints and of gateways.</summary>
    public EquatableList<string> EjectedHosts
    {
        get => _rates.EjectedHosts;
        init => Rates = Rates with { EjectedHosts = value };
    }

    /// <summary>Gets how long a request takes on average, retries included.</summary>
    public TimeSpan MeanLatency
    {
        get => _rates.MeanLatency;
        init => Rates = Rates with { MeanLatency = value };
    }

    /// <summary>Gets its length.</summary>
    public TimeSpan Length => End - Start;

    /// <summary>Gets the requests that fail, of all causes.</summary>
    public double FailuresPerSecond
    {
        get
        {
            double sum = 0;
            foreach (FailureRate failure in _rates.Failures)
            {
                sum += failure.PerSecond;
            }

            return sum * _factor;
        }
    }

    /// <summary>Returns the share of a cluster among the requests that reached one, 0 to 1.</summary>
    public double ShareOf(string cluster)
    {
        double all = _rates.ByCluster.Values.Sum();
        return all > 0 && _rates.ByCluster.TryGetValue(cluster, out double here) ? here / all : 0;
    }

    /// <summary>Compares the values, however they are kept.</summary>
    public bool Equals(TrafficInterval? other) => other is not null
        && Start == other.Start
        && End == other.End
        && RequestsPerSecond.Equals(other.RequestsPerSecond)
        && ((ReferenceEquals(_rates, other._rates) && _factor.Equals(other._factor)) || Rates == other.Rates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, RequestsPerSecond);

    /// <summary>Returns the same at another time and load: all shares stay. There must be some load.</summary>
    internal TrafficInterval Scale(TimeSpan start, TimeSpan end, double requestsPerSecond) =>
        this with { Start = start, End = end, RequestsPerSecond = requestsPerSecond, Factor = _factor * requestsPerSecond / RequestsPerSecond };

    private TrafficRates Rates
    {
        get => _rates.Scale(_factor);
        init => (_rates, _factor) = (value, 1);
    }

    private double Factor
    {
        init => _factor = value;
    }
}
