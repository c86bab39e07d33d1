using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Live;

/// <summary>What is read from Prometheus, and how.</summary>
public sealed record PrometheusOptions
{
    private static readonly TimeSpan FourScrapes = TimeSpan.FromMinutes(1);

    /// <summary>Gets the time between two values; 15 s by default, at least 1 ms.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets the time over which each rate is taken. <see langword="null"/> means the step, but no less than a minute.</summary>
    /// <remarks>A rate needs two samples, so it should span four scrapes; Prometheus' default of 15 s makes that a minute.</remarks>
    public TimeSpan? RateWindow { get; init; }

    /// <summary>Gets whose count is read; the client's by default.</summary>
    public TrafficReporter Reporter { get; init; }

    /// <summary>Gets labels and the values that series must have, such as <c>[new("destination_service_namespace", "shop")]</c>; none by default.</summary>
    public EquatableMap<string> Where { get; init; } = [];

    /// <summary>Gets how long one answer may be, unpacked, in bytes; 64 million by default.</summary>
    public long MaxResponseBytes { get; init; } = 64_000_000;

    /// <summary>Gets how many numbers may be kept; 5 million by default, of 8 bytes each.</summary>
    public long MaxSamples { get; init; } = 5_000_000;

    internal TimeSpan EffectiveRateWindow => RateWindow ?? (Step > FourScrapes ? Step : FourScrapes);
}
