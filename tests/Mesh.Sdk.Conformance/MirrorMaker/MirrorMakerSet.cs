using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;

namespace Mesh.Sdk.Conformance.MirrorMaker;

/// <summary>What the sets of MirrorMaker 2 have in common.</summary>
internal abstract class MirrorMakerSet : IVectorSet
{
    public abstract string Name { get; }

    public string ExpectedProperty => "expect";

    public virtual string CasesProperty => "cases";

    public virtual JsonNode? ExpectedOf(VectorCase vector) => JsonComparison.ToNode(vector[ExpectedProperty]);

    public abstract JsonNode? Compute(VectorCase vector);

    /// <summary>Reads a map of settings; <see langword="null"/> values are left out.</summary>
    protected static Dictionary<string, string> Settings(JsonElement element) =>
        element.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null).ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);

    /// <summary>Makes a policy from its class, with or without package, and its settings.</summary>
    protected static ReplicationPolicy Policy(string className, JsonElement settings)
    {
        string name = className.Contains('.', StringComparison.Ordinal) ? className : $"org.apache.kafka.connect.mirror.{className}";
        return ReplicationPolicies.FromSettings(new Dictionary<string, string>(Settings(settings)) { ["replication.policy.class"] = name })
            ?? throw new FormatException($"The policy '{className}' is not known.");
    }

    /// <summary>Makes a topic filter from its settings, or one that admits all or nothing.</summary>
    protected static NameFilter TopicFilter(JsonElement? element) => element switch
    {
        null => Filter(".*"),
        { ValueKind: JsonValueKind.String } text => Filter(text.Text() == "accept-none" ? "" : ".*"),
        { } settings => KafkaFilters.Topics(Settings(settings)),
    };

    protected static JsonArray Array<T>(IEnumerable<T> items) => [.. items.Select(item => (JsonNode?)JsonValue.Create(item))];

    protected static JsonObject Object(IEnumerable<KeyValuePair<string, string>> entries) =>
        new(entries.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)JsonValue.Create(e.Value))));

    private static NameFilter Filter(string include) => new(PatternList.Parse(include), PatternList.Parse(""));
}
