using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>What rules ask of failover and failoverPriority.</summary>
internal static class FailoverText
{
    /// <summary>Returns the first entry that is literally a topology label; one with a value, such as <c>…region=a</c>, is not.</summary>
    public static int? FindTopologyLabel(EquatableList<string> failoverPriority)
    {
        for (int i = 0; i < failoverPriority.Count; i++)
        {
            if (failoverPriority[i] is TopologyLabels.Region or TopologyLabels.Zone or TopologyLabels.SubZone)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Returns whether one of the two regions contains a character.</summary>
    public static bool Contains(LocalityFailover failover, char c) =>
        (failover.From ?? "").Contains(c, StringComparison.Ordinal) || (failover.To ?? "").Contains(c, StringComparison.Ordinal);
}
