using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect.Presets;

/// <summary>
/// Routes events that an application writes into an outbox table: a record has the payload, the key names the aggregate, and the topic follows
/// from a column. Source: Debezium, Outbox Event Router. Differs from Debezium's default in that payloads of JSON are expanded.
/// </summary>
public sealed record OutboxRouting
{
    /// <summary>Gets the values of the routing column, each of which has a topic.</summary>
    public required EquatableList<string> Routes { get; init; }

    /// <summary>Gets what the names of topics begin with.</summary>
    /// <value><c>outbox.event</c> by default.</value>
    public string TopicPrefix { get; init; } = "outbox.event";

    /// <summary>Gets the column whose value chooses the topic.</summary>
    /// <value><c>aggregatetype</c> by default.</value>
    public string RouteByField { get; init; } = "aggregatetype";

    /// <summary>Gets the column with the key of records.</summary>
    /// <value><c>aggregateid</c> by default.</value>
    public string KeyField { get; init; } = "aggregateid";

    /// <summary>Gets the column with the id of events, which becomes a header.</summary>
    /// <value><c>id</c> by default, <c>_id</c> for MongoDB.</value>
    public string? IdField { get; init; }

    /// <summary>Gets the column with the payload.</summary>
    /// <value><c>payload</c> by default.</value>
    public string PayloadField { get; init; } = "payload";

    internal IEnumerable<string> Topics() => Routes.Select(route => $"{TopicPrefix}.{route}");

    internal IEnumerable<KeyValuePair<string, string>> Settings(string routerClass, string fields) =>
    [
        new("transforms", "outbox"),
        new("transforms.outbox.type", routerClass),
        new("transforms.outbox.route.by.field", RouteByField),
        new("transforms.outbox.route.topic.replacement", $"{TopicPrefix}.${{routedByValue}}"),
        new($"transforms.outbox.{fields}.expand.json.payload", "true"),
        new($"transforms.outbox.{fields}.field.event.key", KeyField),
        new($"transforms.outbox.{fields}.field.event.payload", PayloadField),
        .. IdField is { } id ? [new KeyValuePair<string, string>($"transforms.outbox.{fields}.field.event.id", id)] : Array.Empty<KeyValuePair<string, string>>(),
    ];
}
