using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>The connectors of a flow as Connect knows them.</summary>
internal static class ConnectorClasses
{
    /// <summary>The converter that leaves keys, values and headers as they are.</summary>
    public const string ByteArrayConverter = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private const string Package = "org.apache.kafka.connect.mirror.";

    public static readonly MirrorConnector[] All = [MirrorConnector.Source, MirrorConnector.Checkpoint, MirrorConnector.Heartbeat];

    public static string SimpleName(MirrorConnector connector) => $"Mirror{connector}Connector";

    public static string FullName(MirrorConnector connector) => Package + SimpleName(connector);
}
