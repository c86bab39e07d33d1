namespace Mesh.Sdk.Failover;

/// <summary>How many hosts outlier detection may eject. The limit counts all hosts of a service, over all priorities.</summary>
/// <remarks>
/// Source: Envoy 1.27 and later (envoyproxy/envoy#27909), which is Istio 1.19 and later; before, the first ejection was
/// always allowed. Specification 7.3.
/// </remarks>
public static class EjectionLimit
{
    /// <summary>Envoy's limit when <c>maxEjectionPercent</c> is unset or 0. It ejects nothing among fewer than ten hosts.</summary>
    public const int DefaultMaxEjectionPercent = 10;

    /// <summary>Returns whether one more host may be ejected: <c>100 * (ejected + 1) / hosts &lt;= maxEjectionPercent</c>.</summary>
    /// <param name="ejected">Hosts that are ejected now.</param>
    /// <param name="hosts">All hosts of the service.</param>
    /// <param name="maxEjectionPercent">The limit; unset or 0 is Envoy's 10.</param>
    public static bool Allows(int ejected, int hosts, int? maxEjectionPercent) =>
        hosts > 0 && 100L * (ejected + 1) <= (long)EffectivePercent(maxEjectionPercent) * hosts;

    /// <summary>Returns how many hosts can be ejected at the same time.</summary>
    /// <param name="hosts">All hosts of the service.</param>
    /// <param name="maxEjectionPercent">The limit; unset or 0 is Envoy's 10.</param>
    public static int MaxEjectedHosts(int hosts, int? maxEjectionPercent) =>
        (int)Math.Clamp((long)EffectivePercent(maxEjectionPercent) * hosts / 100, 0, Math.Max(0, hosts));

    private static int EffectivePercent(int? maxEjectionPercent) => maxEjectionPercent is > 0 and { } percent ? percent : DefaultMaxEjectionPercent;
}
