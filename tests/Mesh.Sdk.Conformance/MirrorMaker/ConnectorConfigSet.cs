using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class ConnectorConfigSet : MirrorMakerSet
{
    public override string Name => "connector-config";

    public override JsonNode? Compute(VectorCase vector) => vector["kind"].Text() switch
    {
        "clientConfig" => Object(ComputeClient(vector, new(Settings(vector["connectorConfig"])))),
        "internalTopics" => ComputeTopics(Settings(vector["connectorConfig"])),
        "exactlyOnceSupport" => ConnectorValidation.SupportsExactlyOnce(Settings(vector["connectorConfig"])) ? "SUPPORTED" : "UNSUPPORTED",
        "validate" => new JsonObject { ["invalid"] = Array(FindProblems(Connector(vector), Settings(vector["connectorConfig"])).Keys) },
        "alterOffsets" => new JsonObject { ["valid"] = ConnectorOffset.IsValid(Connector(vector), vector["partition"], vector["offset"]) },
        var kind => throw new FormatException($"The kind '{kind}' is not known."),
    };

    private static IReadOnlyDictionary<string, string> FindProblems(MirrorConnector connector, Dictionary<string, string> settings) =>
        ConnectorValidation.FindProblems(connector, settings, new HashSet<string>());

    private static MirrorConnector Connector(VectorCase vector) => Enum.Parse<MirrorConnector>(vector["connector"].Text(), ignoreCase: true);

    private static IReadOnlyDictionary<string, string> ComputeClient(VectorCase vector, ConnectorClients clients)
    {
        string Role() => vector["role"].Text();
        return vector["client"].Text() switch
        {
            "sourceConsumer" => clients.Consumer("source", Role()),
            "targetConsumer" => clients.Consumer("target", Role()),
            "sourceProducer" => clients.Producer("source", Role()),
            "targetProducer" => clients.Producer("target", Role()),
            "sourceAdmin" => clients.Admin("source", Role()),
            "targetAdmin" => clients.Admin("target", Role()),
            "offsetSyncsProducer" => clients.OffsetSyncsProducer(),
            "offsetSyncsConsumer" => clients.OffsetSyncsConsumer(),
            "offsetSyncsAdmin" => clients.OffsetSyncsAdmin(),
            var client => throw new FormatException($"The client '{client}' is not known."),
        };
    }

    private static JsonObject ComputeTopics(Dictionary<string, string> settings)
    {
        if (FindProblems(MirrorConnector.Source, settings).Count > 0)
        {
            return new() { ["error"] = true };
        }

        ConnectorTopics topics = ConnectorTopics.From(settings);
        return new()
        {
            ["offsetSyncs"] = topics.OffsetSyncs,
            ["offsetSyncsLocation"] = topics.AreOffsetSyncsOnSource ? "source" : "target",
            ["checkpoints"] = topics.Checkpoints,
            ["heartbeats"] = topics.Heartbeats,
        };
    }
}
