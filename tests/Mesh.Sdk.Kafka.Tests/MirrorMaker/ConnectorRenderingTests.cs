using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker;

public sealed class ConnectorRenderingTests
{
    [Test]
    public void Each_flow_has_its_connectors_on_the_cluster_they_write_to() =>
        Topologies.Rich.ToConnectors().Select(c => $"{c.ConnectCluster}: {c.Name}").Should().Equal(
            "gke: aws->gke.MirrorSourceConnector",
            "gke: aws->gke.MirrorCheckpointConnector",
            "aws: gke->aws.MirrorHeartbeatConnector",
            "aws: gke->aws.MirrorSourceConnector",
            "aws: gke->aws.MirrorCheckpointConnector",
            "gke: aws->gke.MirrorHeartbeatConnector",
            "onprem: gke->onprem.MirrorSourceConnector",
            "onprem: gke->onprem.MirrorCheckpointConnector",
            "gke: onprem->gke.MirrorHeartbeatConnector",
            "aws: onprem->aws.MirrorSourceConnector",
            "aws: onprem->aws.MirrorCheckpointConnector");

    [Test]
    public void Every_connector_passes_the_validation_of_Connect() =>
        Topologies.Rich.ToConnectors().SelectMany(c => ConnectorValidation.FindProblems(c.Connector, c.ToSettings())).Should().BeEmpty();

    [Test]
    public void Source_and_checkpoint_connector_agree()
    {
        ConnectorConfig[] connectors = [.. Topologies.Rich.ToConnectors().Where(c => c.Direction == new Kafka.Replication.SourceAndTarget("aws", "gke"))];
        string[] own = ["name", "connector.class", "exactly.once.support"];

        Shared(MirrorConnector.Source).Should().BeEquivalentTo(Shared(MirrorConnector.Checkpoint));

        IEnumerable<KeyValuePair<string, string>> Shared(MirrorConnector connector) =>
            connectors.Single(c => c.Connector == connector).ToSettings().Where(s => !own.Contains(s.Key));
    }

    [Test]
    public void A_connector_is_written_as_Connect_takes_it() =>
        Topologies.Rich.ToConnectors()[8].ToJson().Should().StartWith("""
            {
              "name": "onprem->gke.MirrorHeartbeatConnector",
              "config": {
                "connector.class": "org.apache.kafka.connect.mirror.MirrorHeartbeatConnector",
                "emit.heartbeats.interval.seconds": "5",
                "header.converter": "org.apache.kafka.connect.converters.ByteArrayConverter",
            """.ReplaceLineEndings("\n"));
}
