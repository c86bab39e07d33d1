using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>Changes of a SQL Server database. Tables are named <c>schema.table</c>. The history of schemas is kept in a topic <c>schema-history.</c> and the prefix.</summary>
public sealed record SqlServerSource : DatabaseSource
{
    /// <inheritdoc/>
    public override string ClassName => "io.debezium.connector.sqlserver.SqlServerConnector";

    /// <summary>Gets the host of the server.</summary>
    public required string Host { get; init; }

    /// <summary>Gets the port.</summary>
    /// <value>1 to 65535; 1433 by default.</value>
    public int Port { get; init; } = 1433;

    /// <summary>Gets the name of the database.</summary>
    public required string Database { get; init; }

    private protected override IEnumerable<(string Name, string? Value)> Required => [("host", Host), ("database", Database)];

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Connection(ReplicationCluster kafka) =>
    [
        Of("database.hostname", Host),
        new("database.port", SettingText(Port)),
        Of("database.names", Database),
        Of("database.user", User),
        Of("database.password", Password),
        .. SchemaHistory.In(kafka, TopicPrefix),
    ];

    private protected override string TopicOf(string table) => $"{Database}.{table}";

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) =>
        [.. base.CheckOwn(connector, path), .. CheckPort(connector, path, Port) is { } port ? [port] : Array.Empty<Diagnostic>()];
}
