using System.Text.Json;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>What Connect answers, as values.</summary>
internal static class ConnectAnswers
{
    public static ConnectWorkerInfo Root(JsonElement json) => new(Text(json, "version"), Optional(json, "commit") ?? "", Optional(json, "kafka_cluster_id") ?? "");

    public static EquatableList<string> Names(JsonElement json) => json.EnumerateArray().Select(n => n.GetString()!).ToEquatableList();

    public static EquatableMap<string> Config(JsonElement json) =>
        json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString() ?? "")).ToEquatableMap();

    public static ConnectorInfo Info(JsonElement json) => new()
    {
        Name = Text(json, "name"),
        Type = Optional(json, "type"),
        Config = Config(json.GetProperty("config")),
        Tasks = json.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("task").GetInt32()).ToEquatableList(),
    };

    public static ConnectorStatus Status(JsonElement json)
    {
        JsonElement connector = json.GetProperty("connector");
        return new()
        {
            Name = Text(json, "name"),
            State = StateText.Read(Text(connector, "state")),
            WorkerId = Optional(connector, "worker_id") ?? "",
            Trace = Optional(connector, "trace"),
            Tasks = json.GetProperty("tasks").EnumerateArray().Select(TaskStatus).ToEquatableList(),
        };
    }

    public static ConnectorTaskStatus TaskStatus(JsonElement json) =>
        new(json.GetProperty("id").GetInt32(), StateText.Read(Text(json, "state")), Optional(json, "worker_id") ?? "", Optional(json, "trace"));

    public static EquatableList<ConnectorSnapshot> Snapshots(JsonElement json) =>
        json.EnumerateObject()
            .Select(p => new ConnectorSnapshot(Info(p.Value.GetProperty("info")), p.Value.TryGetProperty("status", out JsonElement status) ? Status(status) : null))
            .OrderBy(s => s.Info.Name, StringComparer.Ordinal)
            .ToEquatableList();

    public static EquatableList<ConnectorTask> Tasks(JsonElement json) =>
        json.EnumerateArray()
            .Select(t => new ConnectorTask(t.GetProperty("id").GetProperty("task").GetInt32(), Config(t.GetProperty("config"))))
            .ToEquatableList();

    public static EquatableList<string> Topics(JsonElement json) => Names(json.EnumerateObject().Single().Value.GetProperty("topics"));

    public static EquatableList<ConnectorPosition> Positions(JsonElement json) =>
        json.GetProperty("offsets").EnumerateArray()
            .Select(o => new ConnectorPosition(JsonTree.Of(o.GetProperty("partition")), JsonTree.Of(o.GetProperty("offset"))))
            .ToEquatableList();

    public static string Message(JsonElement json) => Text(json, "message");

    public static EquatableList<ConnectPluginInfo> Plugins(JsonElement json) =>
        json.EnumerateArray().Select(p => new ConnectPluginInfo(Text(p, "class"), Optional(p, "type") ?? "", Optional(p, "version"))).ToEquatableList();

    public static ConnectValidation Validation(JsonElement json, IReadOnlyCollection<string> secrets) =>
        new(json.GetProperty("error_count").GetInt32(), json.GetProperty("configs").EnumerateArray().Select(c => Setting(c, secrets)).ToEquatableList());

    private static ConnectSettingValidation Setting(JsonElement json, IReadOnlyCollection<string> secrets)
    {
        JsonElement value = json.GetProperty("value");
        JsonElement? definition = json.TryGetProperty("definition", out JsonElement found) && found.ValueKind == JsonValueKind.Object ? found : null;
        return new(
            Text(value, "name"),
            definition is { } typed ? Optional(typed, "type") ?? "" : "",
            definition is { } required && required.TryGetProperty("required", out JsonElement isRequired) && isRequired.ValueKind == JsonValueKind.True,
            value.GetProperty("errors").EnumerateArray().Select(e => SecretSettings.Hide(e.GetString() ?? "", secrets)).ToEquatableList());
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
