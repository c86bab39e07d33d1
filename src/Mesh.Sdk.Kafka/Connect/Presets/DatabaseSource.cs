using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>Change data capture of a database by Debezium. Records are JSON with schema unless other converters are set.</summary>
public abstract partial record DatabaseSource : ConnectorPreset
{
    private protected DatabaseSource()
    {
    }

    /// <summary>Gets what the names of topics begin with; also names the database in records. Changing it starts anew.</summary>
    /// <value>Letters, digits, <c>-</c>, <c>.</c> and <c>_</c>; unique among the connectors of a Kafka cluster.</value>
    public required string TopicPrefix { get; init; }

    /// <summary>Gets the user.</summary>
    public required string User { get; init; }

    /// <summary>Gets where the password is.</summary>
    public required SecretReference Password { get; init; }

    /// <summary>Gets the tables, or collections, that are captured, by their qualified names, literally.</summary>
    /// <value>At least one.</value>
    public required EquatableList<string> Tables { get; init; }

    /// <summary>Gets how events of an outbox table are routed; <see langword="null"/> to write the changes of tables.</summary>
    public OutboxRouting? Outbox { get; init; }

    /// <summary>Returns the topics that records are written to.</summary>
    public IReadOnlyList<string> Topics() => Outbox is { } outbox ? [.. outbox.Topics()] : [.. Tables.Select(table => $"{TopicPrefix}.{TopicOf(table)}")];

    internal override IEnumerable<(string What, string Value)> Identities(string kafka) => [($"topic prefix on {kafka}", TopicPrefix)];

    /// <summary>Gets how many parts a qualified name has.</summary>
    private protected virtual int NameParts => 2;

    /// <summary>Gets the router of outboxes and how its settings of fields begin.</summary>
    private protected virtual (string Class, string Fields) Router => ("io.debezium.transforms.outbox.EventRouter", "table");

    /// <summary>Gets the setting that lists what is captured.</summary>
    private protected virtual string IncludeList => "table.include.list";

    /// <summary>Gets the properties that may not be empty.</summary>
    private protected abstract IEnumerable<(string Name, string? Value)> Required { get; }

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Defaults() => JsonConverters.Settings;

    private protected override IEnumerable<KeyValuePair<string, SettingValue>> Own(ReplicationCluster kafka) =>
    [
        Of("topic.prefix", TopicPrefix),
        Of(IncludeList, string.Join(',', Tables.Select(JavaPattern.Literal))),
        .. Connection(kafka),
        .. Outbox?.Settings(Router.Class, Router.Fields).Select(s => Of(s.Key, s.Value)) ?? [],
    ];

    private protected override IEnumerable<Diagnostic> CheckOwn(string connector, string path) =>
    [
        .. CheckFilled(connector, path, [("topicPrefix", TopicPrefix), ("user", User), ("tables", string.Concat(Tables)), .. Required]),
        .. CheckSecret(connector, $"{path}.password", Password),
        .. CheckNames(connector, path),
        .. CheckOutbox(connector, path),
    ];

    /// <summary>Returns what reaches and reads the database.</summary>
    private protected abstract IEnumerable<KeyValuePair<string, SettingValue>> Connection(ReplicationCluster kafka);

    /// <summary>Returns the part of a topic's name behind the prefix.</summary>
    private protected virtual string TopicOf(string table) => table;

    private protected static Diagnostic? CheckPort(string connector, string path, int port) =>
        port is < 1 or > 65535 ? ConnectDiagnostics.Port.At($"{path}.port", connector, port) : null;

    private IEnumerable<Diagnostic> CheckNames(string connector, string path)
    {
        if (TopicPrefix.Length > 0 && !Prefix().IsMatch(TopicPrefix))
        {
            yield return ConnectDiagnostics.TopicPrefix.At($"{path}.topicPrefix", connector, TopicPrefix);
        }

        foreach (string table in Tables.Where(t => t.Split('.') is var parts && (parts.Length != NameParts || parts.Any(string.IsNullOrWhiteSpace) || t.Contains(',', StringComparison.Ordinal))).ToList())
        {
            yield return ConnectDiagnostics.Table.At($"{path}.tables[{table}]", connector, table);
        }
    }

    private IEnumerable<Diagnostic> CheckOutbox(string connector, string path)
    {
        if (Outbox is not { } outbox)
        {
            yield break;
        }

        if (outbox.Routes.Count == 0)
        {
            yield return ConnectDiagnostics.Missing.At($"{path}.outbox.routes", connector, "outbox.routes");
        }

        if (Tables.Count > 1)
        {
            yield return ConnectDiagnostics.OutboxAmongTables.At($"{path}.outbox", connector, Tables.Count);
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9._-]+\z")]
    private static partial Regex Prefix();
}
