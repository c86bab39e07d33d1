namespace Mesh.Sdk.Simulation;

/// <summary>Below which success rate a host is an outlier: mean less factor times standard deviation, of the population.</summary>
/// <param name="Mean">Mean of the success rates, in percent.</param>
/// <param name="StandardDeviation">Their standard deviation, dividing by their number.</param>
/// <param name="Threshold">Hosts strictly below it, in percent, are outliers.</param>
/// <remarks>Source: Envoy, <c>DetectorImpl::successRateEjectionThreshold</c>; specification 7.1.</remarks>
public readonly record struct SuccessRateThreshold(double Mean, double StandardDeviation, double Threshold)
{
    /// <summary>Envoy's factor: 1.9 standard deviations.</summary>
    public const int DefaultStdevFactor = 1900;

    /// <summary>Computes the threshold.</summary>
    /// <param name="successRates">Success rate of each host, in percent.</param>
    /// <param name="stdevFactor">Factor in thousandths.</param>
    public static SuccessRateThreshold Of(IReadOnlyCollection<double> successRates, int stdevFactor = DefaultStdevFactor)
    {
        ArgumentNullException.ThrowIfNull(successRates);
        if (successRates.Count == 0)
        {
            return default;
        }

        double mean = successRates.Sum() / successRates.Count;
        double deviation = Math.Sqrt(successRates.Sum(rate => (rate - mean) * (rate - mean)) / successRates.Count);
        return new(mean, deviation, mean - (deviation * stdevFactor / 1000));
    }

    /// <summary>Returns whether a host with this success rate is an outlier.</summary>
    public bool IsOutlier(double successRate) => successRate < Threshold;
}
