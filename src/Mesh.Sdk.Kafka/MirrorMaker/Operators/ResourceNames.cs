using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Names of objects, made of aliases, which may have capitals, dots and underscores.</summary>
internal sealed class ResourceNames
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    public ResourceNames(ReplicationTopology topology)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (string alias in topology.Clusters.Select(c => c.Alias))
        {
            string label = DnsLabel(alias);
            string unique = label;
            for (int i = 2; !taken.Add(unique); i++)
            {
                unique = $"{label}-{i}";
            }

            _labels.TryAdd(alias, unique);
        }
    }

    public static string DnsLabel(string text)
    {
        string label = new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]).Trim('-');
        return label.Length > 0 ? label : "cluster";
    }

    /// <summary>Returns a name that may have dots, as topics have them.</summary>
    public static string DnsName(string text) => string.Join('.', text.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(DnsLabel));

    /// <summary>Returns the name of a topic that a Connect cluster keeps its state in. The underscores keep it from being mirrored.</summary>
    public static string StorageTopic(string name, string kind) => $"__{name}-{kind}";

    public string MirrorMaker(string target) => $"mirror-to-{_labels[target]}";

    public string HeartbeatWorkers(string cluster) => $"heartbeats-on-{_labels[cluster]}";

    public string Heartbeats(SourceAndTarget direction) => $"heartbeats-{_labels[direction.Source]}-to-{_labels[direction.Target]}";
}
