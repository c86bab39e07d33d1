using System.Globalization;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>Changes of a MySQL server. Tables are named <c>database.table</c>. The history of schemas is kept in a topic <c>schema-history.</c> and the prefix.</summary>
public sealed record MySqlSource : DatabaseSource
{
    /// <inheritdoc/>
    public override string ClassName => "io.debezium.connector.mysql.MySqlConnector";

    /// <summary>Gets the host of the server.</summary>
    public required string Host { get; init; }

    /// <summary>Gets the port.</summary>
    /// <value>1 to 65535; 3306 by default.</value>
    public int Port { get; init; } = 3306;

    /// <summary>Gets the id under which the connector joins the server as a replica.</summary>
    /// <value>1 to 4294967295; unique among all replicas.</value>
    public required long ServerId { get; init; }

    internal override IEnumerable<(string What, string Value)> Identities(string kafka) => [.. base.Identities(kafka), ("server id", $"{ServerId} at {Host}:{Port}")];

    private protected override IEnumerable<(string Name, string? Value)> Required => [("host", Host)];

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Connection(ReplicationCluster kafka) =>
    [
        Of("database.hostname", Host),
        new("database.port", SettingText(Port)),
        Of("database.user", User),
        Of("database.password", Password),
        Of("database.server.id", ServerId.ToString(CultureInfo.InvariantCulture)),
        .. SchemaHistory.In(kafka, TopicPrefix),
    ];

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) =>
    [
        .. base.CheckOwn(connector, path),
        .. CheckPort(connector, path, Port) is { } port ? [port] : Array.Empty<Diagnostic>(),
        .. ServerId is < 1 or > uint.MaxValue ? [ConnectDiagnostics.ServerId.At($"{path}.serverId", connector, ServerId)] : Array.Empty<Diagnostic>(),
    ];
}
