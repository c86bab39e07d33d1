using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class DedicatedConfigSet : MirrorMakerSet
{
    public override string Name => "dedicated-config";

    /// <summary>An exact result makes what is contained and absent needless.</summary>
    public override JsonNode? ExpectedOf(VectorCase vector) => vector[ExpectedProperty].Optional("equals") is { } exact
        ? JsonComparison.ToNode(exact)
        : base.ExpectedOf(vector);

    public override JsonNode? Compute(VectorCase vector)
    {
        Dictionary<string, string> secrets = vector.Input.Optional("secrets") is { } values ? Settings(values) : [];
        DedicatedConfiguration configuration = new(Settings(vector["properties"]), (_, _, key) => secrets.GetValueOrDefault(key));
        if (configuration.FindProblems().Count > 0)
        {
            return new JsonObject { ["error"] = true };
        }

        return vector["kind"].Text() switch
        {
            "clusterPairs" => Array(configuration.ClusterPairs().Select(pair => pair.ToString()).Order(StringComparer.Ordinal)),
            "workerConfig" => Answer(vector, configuration.WorkerConfiguration(Flow(vector))),
            "connectorBaseConfig" => Answer(vector, configuration.ConnectorConfiguration(Flow(vector), Enum.Parse<MirrorConnector>(vector["connector"].Text(), ignoreCase: true))),
            "clusterProps" => Answer(vector, configuration.ClusterSettings(vector["cluster"].Text())),
            "clientConfig" => Answer(vector, configuration.ClientSettings(vector["cluster"].Text())),
            var kind => throw new FormatException($"The kind '{kind}' is not known."),
        };
    }

    private static SourceAndTarget Flow(VectorCase vector) => new(vector["source"].Text(), vector["target"].Text());

    private static JsonObject Answer(VectorCase vector, IReadOnlyDictionary<string, string> settings)
    {
        JsonElement expected = vector["expect"];
        if (expected.Optional("equals") is not null)
        {
            return Object(settings);
        }

        JsonObject answer = [];
        if (expected.Optional("contains") is { } contains)
        {
            answer["contains"] = Object(Settings(contains).Keys.Where(settings.ContainsKey).Select(name => KeyValuePair.Create(name, settings[name])));
        }

        if (expected.Optional("absent") is { } absent)
        {
            answer["absent"] = Array(absent.TextList().Where(name => !settings.ContainsKey(name)));
        }

        return answer;
    }
}
