using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>How requests split over the localities of a priority when locality weighting is on.</summary>
/// <remarks>Source: Envoy, "Locality weighted load balancing"; specification 6.5.</remarks>
public static class LocalityWeighting
{
    /// <summary>Returns weight times health: a locality keeps its weight until its healthy hosts times the factor no longer cover it.</summary>
    public static double EffectiveWeight(LocalityHosts locality, int overprovisioningFactor = PriorityLoad.DefaultOverprovisioningFactor)
    {
        ArgumentNullException.ThrowIfNull(locality);
        int considered = locality.Hosts - locality.Excluded;
        return considered <= 0 || locality.Healthy <= 0
            ? 0
            : locality.Weight * Math.Min(1, overprovisioningFactor / 100.0 * locality.Healthy / considered);
    }

    /// <summary>Returns the share of each locality in percent.</summary>
    /// <returns>Unset if no locality can be chosen; Envoy then uses the healthy hosts of the priority as one pool.</returns>
    public static EquatableList<double> SharesPercent(
        IReadOnlyList<LocalityHosts> localities,
        int overprovisioningFactor = PriorityLoad.DefaultOverprovisioningFactor)
    {
        ArgumentNullException.ThrowIfNull(localities);
        double[] weights = [.. localities.Select(l => EffectiveWeight(l, overprovisioningFactor))];
        double sum = weights.Sum();
        return sum > 0 ? weights.Select(w => 100 * w / sum).ToEquatableList() : default;
    }
}
