using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker.Operators;

public sealed class StrimziReadingTests
{
    [TestCase(StrimziVersion.V1)]
    [TestCase(StrimziVersion.V1Beta2)]
    public void What_was_written_is_read_back_as_the_same_topology(StrimziVersion version)
    {
        ResourceSet written = Topologies.Rich.ToStrimzi(s => s.ForVersion(version));

        StrimziReading reading = StrimziReading.Read(written);

        reading.Report.Should().BeEmpty();
        reading.Topology.Should().Be(Topologies.Rich);
        reading.Topology.ToStrimzi(s => s.ForVersion(version)).Should().Equal(written);
    }

    [Test]
    public void What_was_read_in_one_version_is_written_in_the_other()
    {
        ResourceSet old = Topologies.Rich.ToStrimzi(s => s.ForVersion(StrimziVersion.V1Beta2));

        StrimziReading.Read(old).Topology.ToStrimzi().Should().Equal(Topologies.Rich.ToStrimzi());
    }

    [Test]
    public void Every_example_of_Strimzi_becomes_a_topology_that_is_written_as_it_mirrors()
    {
        string[] files = Directory.GetFiles(TestFolders.Shared("vectors", "strimzi-examples"), "*mirror-maker*.yaml", SearchOption.AllDirectories);
        files.Should().HaveCountGreaterThan(5);
        foreach (string file in files)
        {
            ResourceSet read = ResourceSet.From(new ResourceReader(MeshKinds.All.With(KafkaKinds.All)).Read(File.ReadAllText(file)).Where(r => r.Type.Name == "KafkaMirrorMaker2"));

            StrimziReading reading = StrimziReading.Read(read);

            reading.Report.HasErrors.Should().BeFalse(file);
            reading.Topology.Flows.Should().ContainSingle(file);
            StrimziReading.Read(reading.Topology.ToStrimzi()).Topology.Should().Be(reading.Topology, file);
        }
    }

    [Test]
    public void Ids_that_the_old_version_takes_by_itself_are_kept()
    {
        const string Old = """
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaMirrorMaker2
            metadata: {name: to-gke, namespace: kafka}
            spec:
              connectCluster: gke
              clusters: [{alias: aws, bootstrapServers: "aws:9092"}, {alias: gke, bootstrapServers: "gke:9092"}]
              mirrors: [{sourceCluster: aws, targetCluster: gke, sourceConnector: {}}]
            """;

        KafkaMirrorMaker2 now = StrimziReading.ReadYaml(Old).Topology.ToStrimzi().OfType<KafkaMirrorMaker2>().Single();

        now.Spec!.Target!.GroupId.Should().Be("mirrormaker2-cluster");
        now.Spec.Target.OffsetStorageTopic.Should().Be("mirrormaker2-cluster-offsets");
    }

    [Test]
    public void Findings_have_the_place_of_their_field()
    {
        StrimziReading reading = StrimziReading.ReadYaml("""
            apiVersion: kafka.strimzi.io/v1
            kind: KafkaMirrorMaker2
            metadata: {name: to-gke, namespace: kafka}
            spec:
              replicas: 1
              target: {alias: gke, bootstrapServers: "gke:9092", groupId: g, configStorageTopic: c, offsetStorageTopic: o, statusStorageTopic: s}
              mirrors:
              - source: {alias: aws, bootstrapServers: "aws:9092"}
                sourceConnector:
                  state: paused
                  config: {replication.policy.separator: "_", sasl.jaas.config: hunter2}
                checkpointConnector: {}
            """, "gke.yaml");

        reading.Report.Where(d => d.Code.StartsWith("MESH51", StringComparison.Ordinal)).Select(d => (d.Code, d.Path, d.Position?.Line)).Should().BeEquivalentTo(new[]
        {
            ("MESH5106", "spec.mirrors[0].checkpointConnector", 12),
            ("MESH5109", "spec.mirrors[0].sourceConnector", 10),
        });
        reading.Report.Should().Contain(d => d.Code == "MESH5034");
        reading.Report.ToJson().Should().NotContain("hunter2");
        reading.ToString().Should().NotContain("hunter2");
        reading.Topology.FindFlow("aws", "gke")!.EmitsHeartbeats.Should().BeFalse();
    }
}
