using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Connectors;

/// <summary>A topology as connectors of Kafka Connect.</summary>
public static class ConnectorRendering
{
    /// <summary>
    /// Returns the connectors of all flows: source, checkpoint where the flow has checkpoints, and heartbeat where it has heartbeats. The
    /// heartbeat connector runs on the source of the flow it is for, so its direction is the opposite one.
    /// </summary>
    public static IReadOnlyList<ConnectorConfig> ToConnectors(this ReplicationTopology topology)
    {
        ArgumentNullException.ThrowIfNull(topology);
        Dictionary<string, EquatableMap<SettingValue>> connections = topology.Clusters.ToDictionary(c => c.Alias, c => c.Connection(), StringComparer.Ordinal);
        return
        [
            .. from flow in topology.Flows
               from connector in ConnectorClasses.All
               where connector switch
               {
                   MirrorConnector.Checkpoint => flow.EmitsCheckpoints,
                   MirrorConnector.Heartbeat => flow.EmitsHeartbeats,
                   _ => true,
               }
               select Render(flow, connector, connections),
        ];
    }

    private static ConnectorConfig Render(ReplicationFlow flow, MirrorConnector connector, Dictionary<string, EquatableMap<SettingValue>> connections)
    {
        SourceAndTarget direction = connector == MirrorConnector.Heartbeat ? FlowSettings.HeartbeatsFor(flow.Direction) : flow.Direction;
        string name = $"{direction}.{ConnectorClasses.SimpleName(connector)}";
        SettingValue converter = SettingValue.Of(ConnectorClasses.ByteArrayConverter);
        SortedDictionary<string, SettingValue> settings = new(StringComparer.Ordinal)
        {
            ["key.converter"] = converter,
            ["value.converter"] = converter,
            ["header.converter"] = converter,
        };
        Put(settings, "", FlowSettings.For(flow, connector));
        Put(settings, "source.cluster.", connections.GetValueOrDefault(direction.Source));
        Put(settings, "target.cluster.", connections.GetValueOrDefault(direction.Target));
        settings["name"] = SettingValue.Of(name);
        settings["connector.class"] = SettingValue.Of(ConnectorClasses.FullName(connector));
        settings["source.cluster.alias"] = SettingValue.Of(direction.Source);
        settings["target.cluster.alias"] = SettingValue.Of(direction.Target);
        return new() { Name = name, Connector = connector, Direction = direction, Settings = settings.ToEquatableMap() };
    }

    private static void Put(SortedDictionary<string, SettingValue> settings, string prefix, IEnumerable<KeyValuePair<string, SettingValue>> entries)
    {
        foreach ((string name, SettingValue value) in entries)
        {
            settings[prefix + name] = value;
        }
    }
}
