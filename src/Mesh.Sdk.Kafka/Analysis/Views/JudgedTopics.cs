using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Kafka.Analysis.Views;

/// <summary>The topics of a source that a filter admits and their names betray.</summary>
internal sealed class JudgedTopics
{
    private readonly Dictionary<string, List<string>> _lookMirroredFrom = new(StringComparer.Ordinal);
    private readonly List<string> _lookInternal = [];

    public JudgedTopics(IEnumerable<string> names, ReplicationPolicy policy, SafeFilter filter, Func<string, bool> isMirrored)
    {
        foreach (string name in names.Where(filter.Admits))
        {
            if (policy.IsInternalTopic(name))
            {
                if (!IsOfKafka(name, policy))
                {
                    _lookInternal.Add(name);
                }
            }
            else if (policy is DefaultReplicationPolicy && policy.TopicSource(name) is not null && !isMirrored(name))
            {
                AddHops(name, policy);
            }
        }
    }

    /// <summary>Gets the topics of users that are named like internal ones.</summary>
    public IReadOnlyList<string> LookInternal => _lookInternal;

    /// <summary>Returns the topics that are named as if they came through a cluster, and did not.</summary>
    public IReadOnlyList<string> LookMirroredFrom(string alias) => _lookMirroredFrom.GetValueOrDefault(alias, []);

    private static bool IsOfKafka(string name, ReplicationPolicy policy) =>
        name.StartsWith("__", StringComparison.Ordinal)
        || name.StartsWith("mm2-", StringComparison.Ordinal)
        || name.StartsWith("connect-", StringComparison.Ordinal)
        || policy.IsCheckpointsTopic(name);

    private void AddHops(string name, ReplicationPolicy policy)
    {
        foreach (string alias in policy.Hops(name).Distinct())
        {
            if (!_lookMirroredFrom.TryGetValue(alias, out List<string>? topics))
            {
                _lookMirroredFrom.Add(alias, topics = []);
            }

            topics.Add(name);
        }
    }
}
