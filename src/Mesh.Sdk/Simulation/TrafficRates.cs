using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>What becomes of the requests of an interval, as rates at some load. Intervals that differ in their load alone share it.</summary>
internal sealed record TrafficRates
{
    public static readonly TrafficRates None = new();

    public double Successes { get; init; }

    public EquatableList<FailureRate> Failures { get; init; } = [];

    public double Tries { get; init; }

    public EquatableMap<double> ByCluster { get; init; } = [];

    public EquatableMap<double> FailuresByCluster { get; init; } = [];

    public EquatableMap<double> ByLocality { get; init; } = [];

    public EquatableList<PriorityState> Priorities { get; init; } = [];

    public EquatableList<string> EjectedHosts { get; init; } = [];

    public TimeSpan MeanLatency { get; init; }

    public TrafficRates Scale(double factor) => factor.Equals(1) ? this : this with
    {
        Successes = Successes * factor,
        Failures = Scale(Failures, factor),
        Tries = Tries * factor,
        ByCluster = Scale(ByCluster, factor),
        FailuresByCluster = Scale(FailuresByCluster, factor),
        ByLocality = Scale(ByLocality, factor),
    };

    public static EquatableList<FailureRate> Scale(EquatableList<FailureRate> rates, double factor) => factor.Equals(1) || rates.Count == 0
        ? rates
        : [.. rates.Select(rate => rate with { PerSecond = rate.PerSecond * factor })];

    public static EquatableMap<double> Scale(EquatableMap<double> rates, double factor)
    {
        if (factor.Equals(1) || rates.Count == 0)
        {
            return rates;
        }

        KeyValuePair<string, double>[] scaled = rates.AsSpan().ToArray();
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = new(scaled[i].Key, scaled[i].Value * factor);
        }

        return new(scaled);
    }
}
