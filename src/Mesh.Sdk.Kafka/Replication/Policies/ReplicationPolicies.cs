namespace Mesh.Sdk.Kafka.Replication.Policies;

/// <summary>Policies from settings, and what follows from a policy for the topics of a whole cluster.</summary>
public static class ReplicationPolicies
{
    /// <summary>Reads the policy that a connector or client gets from its settings.</summary>
    /// <param name="settings">Settings by name.</param>
    /// <returns>The policy; <see langword="null"/> if <c>replication.policy.class</c> names a class that is not Kafka's own.</returns>
    public static ReplicationPolicy? FromSettings(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ReplicationPolicy? policy = settings.GetValueOrDefault("replication.policy.class", DefaultReplicationPolicy.Class).Trim() switch
        {
            DefaultReplicationPolicy.Class => new DefaultReplicationPolicy(),
            IdentityReplicationPolicy.Class => new IdentityReplicationPolicy { SourceAlias = settings.GetValueOrDefault("source.cluster.alias") },
            _ => null,
        };

        // Kafka looks at the switch only where a separator is set.
        return policy is null || !settings.TryGetValue("replication.policy.separator", out string? separator)
            ? policy
            : policy with
            {
                Separator = separator,
                UsesSeparatorInInternalTopics = !settings.TryGetValue("replication.policy.internal.topic.separator.enabled", out string? isEnabled)
                    || isEnabled.Equals("true", StringComparison.OrdinalIgnoreCase),
            };
    }

    /// <summary>Returns how many hops away the nearest heartbeats of a cluster are, from 1; -1 if there are none.</summary>
    public static int ReplicationHops(this ReplicationPolicy policy, IEnumerable<string> topics, string sourceAlias)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return topics.Where(policy.IsHeartbeatsTopic).Select(topic => policy.CountHops(topic, sourceAlias)).Where(hops => hops > 0).DefaultIfEmpty(-1).Min();
    }

    /// <summary>Returns the aliases of all clusters whose heartbeats arrive.</summary>
    public static IEnumerable<string> UpstreamClusters(this ReplicationPolicy policy, IEnumerable<string> topics)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return topics.Where(policy.IsHeartbeatsTopic).SelectMany(policy.AllSources).Distinct();
    }
}
