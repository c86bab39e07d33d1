using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;
using static Mesh.Sdk.Kafka.Strimzi.AclRuleOperation;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>What MirrorMaker's user may do on one Kafka cluster: no more than its connectors and workers ask for.</summary>
internal sealed class MirrorUserAcls
{
    private const string All = "*";
    private readonly List<(AclRuleResourceType Type, string? Name, AclRuleOperation Operation)> _allowed = [];

    private MirrorUserAcls()
    {
    }

    public static EquatableList<AclRule> Of(ReplicationTopology topology, ReplicationCluster cluster, ResourceNames names)
    {
        MirrorUserAcls acls = new();
        foreach (ReplicationFlow flow in topology.Flows.Where(f => f.Source == cluster.Alias))
        {
            acls.AllowReading(flow);
        }

        foreach (ReplicationFlow flow in topology.Flows.Where(f => f.Target == cluster.Alias))
        {
            acls.AllowWriting(flow);
        }

        if (topology.Flows.Any(f => f.Target == cluster.Alias))
        {
            acls.AllowWorkers(names.MirrorMaker(cluster.Alias), cluster);
        }

        if (topology.Flows.Any(f => f.Source == cluster.Alias && f.EmitsHeartbeats))
        {
            acls.AllowWorkers(names.HeartbeatWorkers(cluster.Alias), null);
            acls.AllowTopic(ReplicationPolicy.HeartbeatsTopic, Create, Describe, Write);
        }

        return acls.Build();
    }

    private void AllowReading(ReplicationFlow flow)
    {
        AllowTopic(All, Read, Describe, DescribeConfigs);
        Allow(AclRuleResourceType.Cluster, null, Describe);
        Allow(AclRuleResourceType.Group, All, Describe);
        if (!KeepsOffsetSyncsOnTarget(flow) && flow.Policy() is { } policy)
        {
            AllowTopic(policy.OffsetSyncsTopic(flow.Target), Create, Describe, DescribeConfigs, Read, Write);
        }
    }

    private void AllowWriting(ReplicationFlow flow)
    {
        AllowTopic(All, Create, Alter, AlterConfigs, Write, Read, Describe, DescribeConfigs);
        Allow(AclRuleResourceType.Cluster, null, Describe);
        Allow(AclRuleResourceType.Group, All, Read, Describe);
        if (flow.TextOf("sync.topic.acls.enabled") is not { } syncs || !syncs.Trim().Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            Allow(AclRuleResourceType.Cluster, null, Alter);
        }

        if (flow.WritesExactlyOnce)
        {
            Allow(AclRuleResourceType.TransactionalId, All, Describe, Write);
        }

        if (flow.Policy() is { } policy)
        {
            AllowTopic(policy.CheckpointsTopic(flow.Source), Create, Describe, Read, Write);
            if (KeepsOffsetSyncsOnTarget(flow))
            {
                AllowTopic(policy.OffsetSyncsTopic(flow.Source), Create, Describe, DescribeConfigs, Read, Write);
            }
        }
    }

    private void AllowWorkers(string name, ReplicationCluster? cluster)
    {
        foreach ((string field, string _, string value) in StrimziSettings.StorageOf(name, cluster))
        {
            if (field == "groupId")
            {
                Allow(AclRuleResourceType.Group, value, Read);
            }
            else
            {
                AllowTopic(value, Create, Describe, DescribeConfigs, Read, Write);
            }
        }
    }

    private static bool KeepsOffsetSyncsOnTarget(ReplicationFlow flow) => flow.TextOf("offset-syncs.topic.location")?.Trim() == "target";

    private void AllowTopic(string name, params ReadOnlySpan<AclRuleOperation> operations) => Allow(AclRuleResourceType.Topic, name, operations);

    private void Allow(AclRuleResourceType type, string? name, params ReadOnlySpan<AclRuleOperation> operations)
    {
        foreach (AclRuleOperation operation in operations)
        {
            _allowed.Add((type, name, operation));
        }
    }

    private EquatableList<AclRule> Build() =>
        (from allowed in _allowed
         group allowed.Operation by (allowed.Type, allowed.Name) into resource
         select new AclRule
         {
             Resource = new()
             {
                 Type = resource.Key.Type,
                 Name = resource.Key.Name,
                 PatternType = resource.Key.Name is null ? null : AclResourcePatternType.Literal,
             },
             Operations = resource.Distinct().Order().ToEquatableList(),
         }).ToEquatableList();
}
