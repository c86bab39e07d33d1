using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>How localities fit the patterns of <c>distribute</c>.</summary>
public static class LocalityMatching
{
    /// <summary>
    /// Returns whether a locality fits a pattern: the region must be equal or <c>*</c>; zone and sub-zone may also be absent
    /// from the pattern.
    /// </summary>
    /// <param name="locality">A locality; the empty one for workloads without locality.</param>
    /// <param name="pattern">A pattern such as <c>eu-west-2</c>, <c>eu-west-2/*</c> or <c>*</c>.</param>
    /// <remarks>Source: Istio, <c>LocalityMatch</c> in <c>pilot/pkg/networking/util</c>; specification 4.5.</remarks>
    public static bool Matches(Locality locality, string pattern)
    {
        Locality wanted = Locality.Parse(pattern);
        return (wanted.Region == "*" || wanted.Region == locality.Region)
            && FitsPart(wanted.Zone, locality.Zone)
            && FitsPart(wanted.SubZone, locality.SubZone);
    }

    private static bool FitsPart(string wanted, string actual) => wanted is "" or "*" || wanted == actual;
}
