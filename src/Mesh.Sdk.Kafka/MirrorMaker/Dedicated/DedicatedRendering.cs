using System.Text;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>A topology as the property file of dedicated mode.</summary>
public static class DedicatedRendering
{
    private const string WorkerExactlyOnce = "exactly.once.source.support";

    /// <summary>Returns the file: ASCII, in the order of the definition, settings in ordinal order. The same topology gives the same text.</summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="options">Where secrets are, and how processes talk to each other.</param>
    public static string ToMirrorMakerProperties(this ReplicationTopology topology, DedicatedOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        options ??= new();
        StringBuilder text = new();
        Append(text, TopLevel(topology, options));
        foreach (ReplicationCluster cluster in topology.Clusters)
        {
            text.Append('\n');
            Append(text, Of(cluster, topology, options).Select(s => KeyValuePair.Create($"{cluster.Alias}.{s.Key}", s.Value)));
        }

        foreach (ReplicationFlow flow in topology.Flows)
        {
            text.Append('\n');
            Append(text, Of(flow, options));
        }

        return text.ToString();
    }

    // Heartbeats are on for every pair of clusters by default, which starts workers for each; only the pairs that a flow needs get them.
    private static IEnumerable<KeyValuePair<string, string>> TopLevel(ReplicationTopology topology, DedicatedOptions options)
    {
        yield return new("clusters", string.Join(", ", topology.Clusters.Select(c => c.Alias)));
        if (topology.Secrets().Count > 0)
        {
            yield return new("config.providers", options.Secrets.Name);
            yield return new($"config.providers.{options.Secrets.Name}.class", options.Secrets.ClassName);
        }

        if (options.InternalListeners is not null || topology.Flows.Any(f => f.WritesExactlyOnce))
        {
            yield return new("dedicated.mode.enable.internal.rest", "true");
        }

        if (options.InternalListeners is { } listeners)
        {
            yield return new("listeners", listeners);
        }

        yield return new(FlowSettings.EmitHeartbeats, "false");
    }

    private static SettingMap Of(ReplicationCluster cluster, ReplicationTopology topology, DedicatedOptions options)
    {
        SettingMap settings = new(cluster.Connection().Concat(cluster.Settings).DistinctBy(s => s.Key).Select(s => KeyValuePair.Create(s.Key, s.Value.Write(options.Secrets.Write))));
        if (topology.Flows.Any(f => f.Target == cluster.Alias && f.WritesExactlyOnce))
        {
            settings.PutIfAbsent(WorkerExactlyOnce, "enabled");
        }

        return settings;
    }

    // All connectors of a flow get the same settings, and only the source connector may be asked for exactly-once; the workers are.
    private static IEnumerable<KeyValuePair<string, string>> Of(ReplicationFlow flow, DedicatedOptions options)
    {
        yield return new($"{flow.Direction}.enabled", "true");
        foreach ((string name, SettingValue value) in FlowSettings.For(flow, MirrorConnector.Checkpoint))
        {
            yield return new($"{flow.Direction}.{name}", value.Write(options.Secrets.Write));
        }

        if (!flow.EmitsHeartbeats)
        {
            yield break;
        }

        SourceAndTarget emitter = FlowSettings.HeartbeatsFor(flow.Direction);
        yield return new($"{emitter}.{FlowSettings.EmitHeartbeats}", "true");
        foreach ((string name, SettingValue value) in FlowSettings.For(flow, MirrorConnector.Heartbeat).Where(s => s.Key != FlowSettings.EmitHeartbeats))
        {
            yield return new($"{emitter}.{name}", value.Write(options.Secrets.Write));
        }
    }

    private static void Append(StringBuilder text, IEnumerable<KeyValuePair<string, string>> entries)
    {
        foreach ((string name, string value) in entries)
        {
            text.Append(PropertiesText.Write(name, value)).Append('\n');
        }
    }
}
