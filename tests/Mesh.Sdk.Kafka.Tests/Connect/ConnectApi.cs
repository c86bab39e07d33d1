using System.Text.Json.Nodes;

namespace Mesh.Sdk.Kafka.Tests.Connect;

/// <summary>A Connect cluster as its REST interface shows it: paths, statuses and bodies are those of Apache Kafka's documentation.</summary>
internal sealed class ConnectApi
{
    private readonly Lock _gate = new();

    public SortedDictionary<string, FakeConnector> Connectors { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets how many requests are answered with 409, as workers rebalance.</summary>
    public int Rebalancing { get; set; }

    /// <summary>Gets or sets the header that is asked for.</summary>
    public string? Authorization { get; set; }

    public FakeConnector Add(string name, params (string Name, string Value)[] config)
    {
        FakeConnector connector = new() { Config = config.ToDictionary(c => c.Name, c => c.Value) };
        connector.Config["name"] = name;
        connector.Config.TryAdd("connector.class", "test.Sink");
        Connectors[name] = connector;
        return connector;
    }

    public (int Status, string Body) Answer(string method, string rawUrl, string? authorization, string body)
    {
        lock (_gate)
        {
            if (Authorization is not null && authorization != Authorization)
            {
                return (401, $"User cannot access the resource. {authorization}");
            }

            if (Rebalancing > 0)
            {
                Rebalancing--;
                return Error(409, "Cannot complete request momentarily due to stale configuration (typically caused by a concurrent config change)");
            }

            string[] parts = rawUrl.Split('?');
            string[] path = [.. parts[0].Trim('/').Split('/').Select(Uri.UnescapeDataString)];
            string query = parts.Length > 1 ? parts[1] : "";
            return path switch
            {
                [""] => (200, """{"version":"4.1.0","commit":"13f70256db3c994c","kafka_cluster_id":"I4ZmrWqfT2e-upky_4fdPA"}"""),
                ["connector-plugins"] => (200, """[{"class":"test.Sink","type":"sink","version":"4.1.0"},{"class":"test.Source","type":"source"}]"""),
                ["connector-plugins", var name, "config", "validate"] when method == "PUT" => Validate(name, body),
                ["connectors"] => method == "POST" ? Create(body) : (200, List(query).ToJsonString()),
                ["connectors", var name, "config"] when method == "PUT" => Put(name, Config(JsonNode.Parse(body)!)),
                ["connectors", var name, .. var rest] => Connectors.TryGetValue(name, out FakeConnector? connector)
                    ? Answer(method, name, connector, rest, query, body)
                    : Error(404, $"Connector {name} not found"),
                _ => Error(404, "HTTP 404 Not Found"),
            };
        }
    }

    private static (int Status, string Body) Error(int code, string message) =>
        (code, new JsonObject { ["error_code"] = code, ["message"] = message }.ToJsonString());

    private static Dictionary<string, string> Config(JsonNode json) => json.AsObject().ToDictionary(p => p.Key, p => p.Value!.GetValue<string>());

    private static JsonObject Object(Dictionary<string, string> config) => new(config.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value)));

    private static JsonObject Info(string name, FakeConnector connector) => new()
    {
        ["name"] = name,
        ["config"] = Object(connector.Config),
        ["tasks"] = new JsonArray([.. Enumerable.Range(0, connector.Tasks).Select(i => new JsonObject { ["connector"] = name, ["task"] = i })]),
        ["type"] = "sink",
    };

    private static JsonObject Status(string name, FakeConnector connector)
    {
        JsonObject state = new() { ["state"] = connector.State, ["worker_id"] = "127.0.0.1:8083" };
        if (connector.Trace is { } trace)
        {
            state["trace"] = trace;
        }

        return new()
        {
            ["name"] = name,
            ["connector"] = state,
            ["tasks"] = new JsonArray([.. Enumerable.Range(0, connector.Tasks).Select(i => new JsonObject { ["id"] = i, ["state"] = connector.State, ["worker_id"] = "127.0.0.1:8083" })]),
            ["type"] = "sink",
        };
    }

    private static (int Status, string Body) Validate(string name, string body)
    {
        Dictionary<string, string> config = Config(JsonNode.Parse(body)!);
        if (name != config.GetValueOrDefault("connector.class"))
        {
            return Error(400, $"Included connector type {config.GetValueOrDefault("connector.class")} does not match request type {name}");
        }

        if (name is not ("test.Sink" or "test.Source"))
        {
            return Error(500, $"Failed to find any class that implements Connector and which name matches {name}");
        }

        (string Name, string Type, string[] Errors)[] settings =
        [
            ("topics", "LIST", config.ContainsKey("topics") || name == "test.Source" ? [] : ["Missing required configuration \"topics\" which has no default value."]),
            ("tasks.max", "INT", int.TryParse(config.GetValueOrDefault("tasks.max", "1"), out int tasks) && tasks > 0 ? [] : [$"Invalid value {config["tasks.max"]} for configuration tasks.max"]),
            ("pin", "PASSWORD", []),
            ("db.password", "PASSWORD", config.GetValueOrDefault("db.password", "").Length is > 0 and < 4 ? [$"Invalid value {config["db.password"]} for configuration db.password: too short"] : []),
        ];
        JsonArray configs =
        [
            .. settings.Select(s => new JsonObject
            {
                ["definition"] = new JsonObject { ["name"] = s.Name, ["type"] = s.Type, ["required"] = s.Name == "topics", ["default_value"] = null },
                ["value"] = new JsonObject { ["name"] = s.Name, ["value"] = null, ["recommended_values"] = new JsonArray(), ["errors"] = new JsonArray([.. s.Errors.Select(e => (JsonNode)e)]), ["visible"] = true },
            }),
        ];
        return (200, new JsonObject { ["name"] = name, ["error_count"] = settings.Sum(s => s.Errors.Length), ["groups"] = new JsonArray(), ["configs"] = configs }.ToJsonString());
    }

    private JsonNode List(string query) => query.Length == 0
        ? new JsonArray([.. Connectors.Keys.Select(k => (JsonNode)k)])
        : new JsonObject(Connectors.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)new JsonObject { ["info"] = Info(c.Key, c.Value), ["status"] = Status(c.Key, c.Value) })));

    private (int Status, string Body) Create(string body)
    {
        JsonNode json = JsonNode.Parse(body)!;
        string name = json["name"]!.GetValue<string>();
        if (Connectors.ContainsKey(name))
        {
            return Error(409, $"Connector {name} already exists");
        }

        (int Status, string Body) answer = Put(name, Config(json["config"]!));
        if (answer.Status == 201)
        {
            Connectors[name].State = json["initial_state"]?.GetValue<string>() ?? "RUNNING";
        }

        return answer;
    }

    private (int Status, string Body) Put(string name, Dictionary<string, string> config)
    {
        if (config.TryGetValue("name", out string? inside) && inside != name)
        {
            return Error(400, $"Connector name configuration ({inside}) doesn't match connector name in the URL ({name})");
        }

        if (config.GetValueOrDefault("db.password", "").Length is > 0 and < 4)
        {
            return Error(400, $"Connector configuration is invalid and contains the following 1 error(s):\nInvalid value {config["db.password"]} for configuration db.password: too short");
        }

        config["name"] = name;
        bool isNew = !Connectors.TryGetValue(name, out FakeConnector? connector);
        connector ??= Connectors[name] = new() { Config = config };
        connector.Config = config;
        return (isNew ? 201 : 200, Info(name, connector).ToJsonString());
    }

    private (int Status, string Body) Answer(string method, string name, FakeConnector connector, string[] path, string query, string body) => (method, path) switch
    {
        ("GET", []) => (200, Info(name, connector).ToJsonString()),
        ("DELETE", []) => Connectors.Remove(name) ? (204, "") : (500, ""),
        ("GET", ["config"]) => (200, Object(connector.Config).ToJsonString()),
        ("GET", ["status"]) => (200, Status(name, connector).ToJsonString()),
        ("GET", ["topics"]) => (200, new JsonObject { [name] = new JsonObject { ["topics"] = new JsonArray("orders") } }.ToJsonString()),
        ("GET", ["tasks"]) => (200, new JsonArray([.. Enumerable.Range(0, connector.Tasks).Select(i => new JsonObject { ["id"] = new JsonObject { ["connector"] = name, ["task"] = i }, ["config"] = Object(connector.Config) })]).ToJsonString()),
        ("PUT", ["pause"]) => Move(connector, "PAUSED", 202),
        ("PUT", ["resume"]) => Move(connector, "RUNNING", 202),
        ("PUT", ["stop"]) => Move(connector, "STOPPED", 204),
        ("POST", ["restart"]) => query.Contains("true", StringComparison.Ordinal) ? (202, Status(name, connector).ToJsonString()) : (204, ""),
        ("POST", ["tasks", var task, "restart"]) => int.Parse(task, System.Globalization.CultureInfo.InvariantCulture) < connector.Tasks ? (204, "") : Error(404, $"Unknown task: {name}-{task}"),
        ("GET", ["offsets"]) => (200, Offsets(connector).ToJsonString()),
        ("PATCH" or "DELETE", ["offsets"]) when connector.State != "STOPPED" =>
            Error(400, $"Connectors must be in the STOPPED state before their offsets can be altered or reset. This can be done for the specified connector by issuing a 'PUT' request to the '/connectors/{name}/stop' endpoint"),
        ("PATCH", ["offsets"]) => Alter(connector, JsonNode.Parse(body)!),
        ("DELETE", ["offsets"]) => Reset(connector),
        _ => Error(405, "HTTP 405 Method Not Allowed"),
    };

    private static (int Status, string Body) Move(FakeConnector connector, string state, int status)
    {
        connector.State = state;
        return (status, "");
    }

    private static JsonObject Offsets(FakeConnector connector) => new()
    {
        ["offsets"] = new JsonArray([.. connector.Offsets.Select(o => new JsonObject { ["partition"] = JsonNode.Parse(o.Key), ["offset"] = JsonNode.Parse(o.Value) })]),
    };

    private static (int Status, string Body) Alter(FakeConnector connector, JsonNode json)
    {
        foreach (JsonNode? entry in json["offsets"]!.AsArray())
        {
            string partition = entry!["partition"]!.ToJsonString();
            if (entry["offset"] is { } offset)
            {
                connector.Offsets[partition] = offset.ToJsonString();
            }
            else
            {
                connector.Offsets.Remove(partition);
            }
        }

        return (200, """{"message":"The offsets for this connector have been altered successfully"}""");
    }

    private static (int Status, string Body) Reset(FakeConnector connector)
    {
        connector.Offsets.Clear();
        return (200, """{"message":"The offsets for this connector have been reset successfully"}""");
    }
}
