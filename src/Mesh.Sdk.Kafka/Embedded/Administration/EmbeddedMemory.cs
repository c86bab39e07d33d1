using System.Collections.Concurrent;
using Mesh.Sdk.Kafka.Replication.Sync;

namespace Mesh.Sdk.Kafka.Embedded.Administration;

/// <summary>What a cluster of mock brokers does not keep by itself. Safe for several threads.</summary>
internal sealed class EmbeddedMemory
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _settings = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _groups = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Groups => [.. _groups.Keys.Order(StringComparer.Ordinal)];

    public void Know(IEnumerable<string> groups)
    {
        foreach (string group in groups)
        {
            _groups[group] = true;
        }
    }

    public void Forget(string group) => _groups.TryRemove(group, out _);

    public void ForgetTopic(string topic) => _settings.TryRemove(topic, out _);

    public IReadOnlyList<TopicConfigEntry> SettingsOf(string topic) => _settings.TryGetValue(topic, out var settings)
        ? [.. settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new TopicConfigEntry(s.Key, s.Value, "DYNAMIC_TOPIC_CONFIG"))]
        : [];

    public void Set(string topic, IEnumerable<KeyValuePair<string, string?>> changes)
    {
        ConcurrentDictionary<string, string> settings = _settings.GetOrAdd(topic, _ => new(StringComparer.Ordinal));
        foreach ((string name, string? value) in changes)
        {
            if (value is null)
            {
                settings.TryRemove(name, out _);
            }
            else
            {
                settings[name] = value;
            }
        }
    }
}
