using Mesh.Sdk.Conformance.MirrorMaker;
using Mesh.Sdk.Conformance.Sets;

namespace Mesh.Sdk.Conformance;

/// <summary>All sets that can be run. A new set is one class and one line here.</summary>
public static class VectorSets
{
    /// <summary>Gets the sets.</summary>
    public static IReadOnlyList<IVectorSet> All { get; } =
    [
        new HostMatchSet(),
        new HostShortNameSet(),
        new HostMostSpecificSet(),
        new LocalityParseSet(),
        new LocalityLabelSet(),
        new LocalityMatchSet(),
        new LocalityAssignmentSet(),
        new DestinationRuleLookupSet(),
        new EffectiveLbSettingSet(),
        new TrafficPolicyMergeSet(),
        new OutlierTranslationSet(),
        new MultiNetworkEndpointsSet(),
        new EnvoyPriorityLoadSet(),
        new EnvoyLocalityWeightSet(),
        new TrafficShiftSet(),
        new NamesAndFormatsSet(),
        new ValidationDestinationRuleSet(),
        new ValidationVirtualServiceSet(),
        new ValidationGatewaySet(),
        new ValidationServiceEntrySet(),
        new EnvoyOutlierTimelineSet(),
        new EnvoySuccessRateSet(),
        new ReplicationPolicySet(),
        new TopicSelectionSet(),
        new ConfigsSet(),
        new ConnectorConfigSet(),
        new DedicatedConfigSet(),
        new TopicSyncSet(),
        new RecordFormatsSet(),
        new OffsetTranslationSet(),
    ];
}
