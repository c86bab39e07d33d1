using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker;

public sealed class DedicatedRenderingTests
{
    [Test]
    public void The_file_is_stable_escaped_and_refers_to_secrets()
    {
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers("a:9093", "b:9093").WithTls().WithScramSha512("mir\"ror", new("aws-kafka", "password")));
            k.AddCluster("gke", c => c.AtBootstrapServers("g:9092"));
            k.Mirror("aws", "gke", f => f.Topics("orders", "payments\\..*").SyncGroupOffsets(TimeSpan.FromSeconds(10)));
        });

        topology.ToMirrorMakerProperties().Should().Be("""
            clusters = aws, gke
            config.providers = secrets
            config.providers.secrets.class = org.apache.kafka.common.config.provider.DirectoryConfigProvider
            emit.heartbeats.enabled = false

            aws.bootstrap.servers = a:9093,b:9093
            aws.sasl.jaas.config = org.apache.kafka.common.security.scram.ScramLoginModule required username="mir\\"ror" password="${secrets:/etc/kafka/secrets/aws-kafka:password}";
            aws.sasl.mechanism = SCRAM-SHA-512
            aws.security.protocol = SASL_SSL

            gke.bootstrap.servers = g:9092

            aws->gke.enabled = true
            aws->gke.sync.group.offsets.enabled = true
            aws->gke.sync.group.offsets.interval.seconds = 10
            aws->gke.topics = orders,payments\\..*
            gke->aws.emit.heartbeats.enabled = true

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void MirrorMaker_starts_the_flows_and_the_heartbeats_they_carry()
    {
        DedicatedConfiguration configuration = Configuration(Topologies.Rich);

        configuration.FindProblems().Should().BeEmpty();
        configuration.ClusterPairs().Select(p => p.ToString()).Should().BeEquivalentTo("aws->gke", "gke->aws", "gke->onprem", "onprem->gke", "onprem->aws");
        configuration.ConnectorConfiguration(new("onprem", "gke"), MirrorConnector.Heartbeat)["emit.heartbeats.enabled"].Should().Be("true");
        configuration.ConnectorConfiguration(new("onprem", "gke"), MirrorConnector.Source)["enabled"].Should().Be("false");
    }

    [Test]
    public void What_was_written_is_read_back_as_the_same_topology()
    {
        DedicatedReading reading = DedicatedReading.Read(Topologies.Rich.ToMirrorMakerProperties());

        reading.Report.Should().BeEmpty();
        reading.Topology.Should().Be(Topologies.Rich);
        reading.Topology.ToMirrorMakerProperties().Should().Be(Topologies.Rich.ToMirrorMakerProperties());
    }

    [Test]
    public void A_password_in_plain_text_is_reported_and_goes_no_further()
    {
        DedicatedReading reading = DedicatedReading.Read("""
            clusters = a, b
            a.bootstrap.servers = a:1
            b.bootstrap.servers = b:1
            a.ssl.truststore.password = hunter2
            """);

        reading.Report.Should().Contain(d => d.Code == "MESH5034");
        reading.ToString().Should().NotContain("hunter2");
        reading.Report.ToJson().Should().NotContain("hunter2");
        reading.Topology.ToMirrorMakerProperties().Should().NotContain("hunter2");
    }

    private static DedicatedConfiguration Configuration(ReplicationTopology topology) =>
        new(PropertiesText.Read(topology.ToMirrorMakerProperties()).Select(e => KeyValuePair.Create(e.Name, e.Value)));
}
