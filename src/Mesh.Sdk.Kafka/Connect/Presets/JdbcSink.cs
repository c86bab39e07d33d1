using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>
/// Writes changes that Debezium captured into a relational database, with Debezium's JDBC sink. Differs from its defaults so: rows are upserted
/// by the key of the record, so that a record that comes twice does no harm, deletions are carried over, and missing tables and columns are made.
/// </summary>
public sealed record JdbcSink : ConnectorPreset
{
    /// <inheritdoc/>
    public override string ClassName => "io.debezium.connector.jdbc.JdbcSinkConnector";

    /// <summary>Gets where the database is, as <c>jdbc:postgresql://host:5432/shop</c>, without user and password.</summary>
    public required string Url { get; init; }

    /// <summary>Gets the user.</summary>
    public required string User { get; init; }

    /// <summary>Gets where the password is.</summary>
    public required SecretReference Password { get; init; }

    /// <summary>Gets the topics that are read. A data flow sets them.</summary>
    public EquatableList<string> Topics { get; init; } = [];

    /// <summary>Gets how tables are named; <c>${topic}</c> and <c>${source.table}</c> stand for those of a record.</summary>
    /// <value><see langword="null"/> by default: the topic with <c>_</c> for <c>.</c>; in a data flow the table it comes from.</value>
    public string? TableNameFormat { get; init; }

    /// <summary>Gets whether tables and columns that are missing are made; never are any dropped.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool EvolvesSchema { get; init; } = true;

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Defaults() => JsonConverters.Settings;

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Own(ReplicationCluster kafka) =>
    [
        Of("topics", string.Join(',', Topics)),
        Of("connection.url", Url),
        Of("connection.username", User),
        Of("connection.password", Password),
        Of("insert.mode", "upsert"),
        Of("primary.key.mode", "record_key"),
        Of("delete.enabled", "true"),
        Of("schema.evolution", EvolvesSchema ? "basic" : "none"),
        .. TableNameFormat is { } format ? [Of("collection.name.format", format)] : Array.Empty<KeyValuePair<string, SettingValue>>(),
    ];

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) =>
    [
        .. CheckFilled(connector, path, ("url", Url), ("user", User), ("topics", string.Concat(Topics))),
        .. CheckSecret(connector, $"{path}.password", Password),
        .. ConnectDiagnostics.CheckAddress(connector, $"{path}.url", Url, "jdbc:"),
    ];
}
