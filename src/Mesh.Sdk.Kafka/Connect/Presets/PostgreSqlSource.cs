using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>
/// Changes of a PostgreSQL database. Differs from Debezium's defaults so: <c>pgoutput</c>, which every server has, decodes instead of
/// <c>decoderbufs</c>; slot and publication are named after the topic prefix, so that two connectors do not take each other's; the publication
/// has only the captured tables. Tables are named <c>schema.table</c>.
/// </summary>
public sealed partial record PostgreSqlSource : DatabaseSource
{
    /// <inheritdoc/>
    public override string ClassName => "io.debezium.connector.postgresql.PostgresConnector";

    /// <summary>Gets the host of the server.</summary>
    public required string Host { get; init; }

    /// <summary>Gets the port.</summary>
    /// <value>1 to 65535; 5432 by default.</value>
    public int Port { get; init; } = 5432;

    /// <summary>Gets the name of the database.</summary>
    public required string Database { get; init; }

    /// <summary>Gets the replication slot, which keeps the server's log until it was read.</summary>
    /// <value>1 to 63 of <c>a</c> to <c>z</c>, digits and <c>_</c>; by default made of the topic prefix.</value>
    public string? Slot { get; init; }

    internal override IEnumerable<(string What, string Value)> Identities(string kafka) => [.. base.Identities(kafka), ("replication slot", $"{Host}:{Port}/{Database}/{SlotName}")];

    private string SlotName => Slot ?? NoSlotCharacter().Replace(TopicPrefix.ToLowerInvariant(), "_");

    private protected override IEnumerable<(string Name, string? Value)> Required => [("host", Host), ("database", Database)];

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Connection(ReplicationCluster kafka) =>
    [
        Of("database.hostname", Host),
        new("database.port", SettingText(Port)),
        Of("database.dbname", Database),
        Of("database.user", User),
        Of("database.password", Password),
        Of("plugin.name", "pgoutput"),
        Of("slot.name", SlotName),
        Of("publication.name", SlotName),
        Of("publication.autocreate.mode", "filtered"),
    ];

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) =>
    [
        .. base.CheckOwn(connector, path),
        .. CheckPort(connector, path, Port) is { } port ? [port] : Array.Empty<Diagnostic>(),
        .. TopicPrefix.Length == 0 || LegalSlot().IsMatch(SlotName) ? Array.Empty<Diagnostic>() : [ConnectDiagnostics.Slot.At($"{path}.slot", connector, SlotName)],
    ];

    [GeneratedRegex("[^a-z0-9_]")]
    private static partial Regex NoSlotCharacter();

    [GeneratedRegex(@"\A[a-z0-9_]{1,63}\z")]
    private static partial Regex LegalSlot();
}
