using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>The connectors of a flow as Connect knows them.</summary>
internal static class ConnectorClasses
{
    /// <summary>The converter that leaves keys, values and headers as they are.</summary>
    public const string ByteArrayConverter = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private const string Package = "org.apache.kafka.connect.mirror.";

    public static readonly MirrorConnector[] All = [MirrorConnector.Source, MirrorConnector.Checkpoint, MirrorConnector.Heartbeat];

    private static readonly HashSet<string> OfMirrorMaker =
    [
        DefaultReplicationPolicy.Class, IdentityReplicationPolicy.Class, Package + "DefaultTopicFilter", Package + "DefaultGroupFilter", Package + "DefaultConfigPropertyFilter",
    ];

    /// <summary>Tells whether a class comes with Kafka. Only those of MirrorMaker are known one by one.</summary>
    public static bool IsOfKafka(string name) => name.StartsWith(Package, StringComparison.Ordinal)
        ? OfMirrorMaker.Contains(name)
        : name.StartsWith("org.apache.kafka.", StringComparison.Ordinal);

    public static string SimpleName(MirrorConnector connector) => $"Mirror{connector}Connector";

    public static string FullName(MirrorConnector connector) => Package + SimpleName(connector);
}
