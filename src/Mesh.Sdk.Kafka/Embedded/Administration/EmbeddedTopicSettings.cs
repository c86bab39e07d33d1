using System.Collections.Concurrent;
using Mesh.Sdk.Kafka.Replication.Sync;

namespace Mesh.Sdk.Kafka.Embedded.Administration;

/// <summary>Settings of topics, which mock brokers do not keep. Safe for several threads.</summary>
internal sealed class EmbeddedTopicSettings
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _settings = new(StringComparer.Ordinal);

    public void Forget(string topic) => _settings.TryRemove(topic, out _);

    public IReadOnlyList<TopicConfigEntry> Of(string topic) => _settings.TryGetValue(topic, out var settings)
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
