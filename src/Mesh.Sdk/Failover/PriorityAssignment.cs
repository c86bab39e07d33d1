using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Gives each group of endpoints its priority and weight, as one client sees them.</summary>
/// <remarks>Source: Istio, <c>pilot/pkg/networking/core/loadbalancer</c>; specification 4.</remarks>
public static class PriorityAssignment
{
    /// <summary>Applies the setting in force to the groups of a service.</summary>
    /// <param name="groups">Groups, all in priority 0.</param>
    /// <param name="setting">The setting in force; <see langword="null"/> if none is.</param>
    /// <param name="isFailoverOn">Whether outlier detection, or the service itself, switches failover on.</param>
    /// <param name="client">Locality of the client.</param>
    /// <param name="clientLabels">Labels of the client, those of the topology included.</param>
    /// <returns>The groups in their order; one that <c>failoverPriority</c> splits is replaced in place.</returns>
    public static EquatableList<EndpointGroup> Assign(
        IEnumerable<EndpointGroup> groups,
        LocalitySetting? setting,
        bool isFailoverOn,
        Locality client,
        EquatableMap<string> clientLabels)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (setting is null or { Enabled: false })
        {
            return groups.ToEquatableList();
        }

        if (setting.Distribute.Count > 0)
        {
            return Distribution.Apply(groups, setting.Distribute, client);
        }

        return IsFailoverOn(setting, isFailoverOn) ? Failover(groups, setting, client, clientLabels) : groups.ToEquatableList();
    }

    /// <summary>Returns whether Envoy picks a locality by weight before it picks a host.</summary>
    /// <param name="setting">The setting in force; <see langword="null"/> if none is.</param>
    /// <param name="isFailoverOn">Whether outlier detection, or the service itself, switches failover on.</param>
    /// <remarks>With the default priorities of a bare setting it is off: a priority is one pool. Specification 5.</remarks>
    public static bool UsesLocalityWeights(LocalitySetting? setting, bool isFailoverOn) =>
        setting is { Kind: LocalitySettingKind.Locality } and not { Enabled: false }
        && (setting.Distribute.Count > 0 || (isFailoverOn && setting.Failover.Count + setting.FailoverPriority.Count > 0));

    internal static bool IsFailoverOn(LocalitySetting? setting, bool isFailoverOn) =>
        setting is not null and not { Enabled: false }
        && setting.Distribute.Count == 0
        && (isFailoverOn || setting.Kind == LocalitySettingKind.ZoneAware);

    private static EquatableList<EndpointGroup> Failover(IEnumerable<EndpointGroup> groups, LocalitySetting setting, Locality client, EquatableMap<string> clientLabels)
    {
        bool isByLabels = setting.FailoverPriority.Count > 0;
        EquatableList<EndpointGroup> assigned = isByLabels
            ? LabelPriorities.Apply(groups, setting.FailoverPriority, clientLabels)
            : groups.ToEquatableList();
        if (setting.Kind == LocalitySettingKind.ZoneAware)
        {
            return RegionPriorities.ApplyZoneAware(assigned, setting.Failover, client);
        }

        return isByLabels && setting.Failover.Count == 0 ? assigned : RegionPriorities.Apply(assigned, setting.Failover, client);
    }
}
