using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker;

public sealed class ConnectorValidationTests
{
    [TestCase("replication.policy.class", "org.example.Policy", true)]
    [TestCase("replication.policy.class", "org.example.Elsewhere", false)]
    [TestCase("replication.policy.class", "org.apache.kafka.connect.mirror.LegacyReplicationPolicy", false)]
    [TestCase("replication.policy.class", " org.apache.kafka.connect.mirror.IdentityReplicationPolicy ", true)]
    [TestCase("topic.filter.class", "org.apache.kafka.connect.mirror.DefaultTopicFilter", true)]
    [TestCase("value.converter", "org.apache.kafka.connect.json.JsonConverter", true)]
    public void A_class_has_to_be_on_workers_whose_classes_are_known(string setting, string name, bool isThere)
    {
        HashSet<string> plugins = ["org.example.Policy"];

        ConnectorValidation.FindProblems(MirrorConnector.Source, Settings((setting, name)), plugins).Keys.Should().Equal(isThere ? [] : [setting]);
        ConnectorValidation.FindProblems(MirrorConnector.Source, Settings((setting, name))).Should().BeEmpty("elsewhere a class may be there");
    }

    [TestCase("offset-syncs.topic.location", "target", false)]
    [TestCase("offset-syncs-source-producer.acks", "1", false)]
    [TestCase("offset-syncs.unknown", "1", true)]
    public void Offset_syncs_that_are_off_are_not_set_up(string name, string value, bool isTaken) =>
        ConnectorValidation.FindProblems(MirrorConnector.Source, Settings(("emit.offset-syncs.enabled", "false"), (name, value))).Keys
            .Should().Equal(isTaken ? [] : ["emit.offset-syncs.enabled"]);

    private static Dictionary<string, string> Settings(params (string Name, string Value)[] settings)
    {
        Dictionary<string, string> all = new() { ["name"] = "mirror", ["connector.class"] = "MirrorSourceConnector", ["source.cluster.alias"] = "aws" };
        foreach ((string name, string value) in settings)
        {
            all[name] = value;
        }

        return all;
    }
}
