using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>Changes of a MongoDB replica set or sharded cluster. Collections are named <c>database.collection</c>.</summary>
public sealed record MongoDbSource : DatabaseSource
{
    /// <inheritdoc/>
    public override string ClassName => "io.debezium.connector.mongodb.MongoDbConnector";

    /// <summary>Gets where the database is, as <c>mongodb://host:27017/?replicaSet=rs0</c>, without user and password.</summary>
    public required string ConnectionString { get; init; }

    private protected override (string Class, string Fields) Router => ("io.debezium.connector.mongodb.transforms.outbox.MongoEventRouter", "collection");

    private protected override string IncludeList => "collection.include.list";

    private protected override IEnumerable<(string Name, string? Value)> Required => [("connectionString", ConnectionString)];

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Connection(ReplicationCluster kafka) =>
    [
        Of("mongodb.connection.string", ConnectionString),
        Of("mongodb.user", User),
        Of("mongodb.password", Password),
    ];

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) =>
    [
        .. base.CheckOwn(connector, path),
        .. ConnectDiagnostics.CheckAddress(connector, $"{path}.connectionString", ConnectionString, "mongodb://", "mongodb+srv://"),
    ];
}
