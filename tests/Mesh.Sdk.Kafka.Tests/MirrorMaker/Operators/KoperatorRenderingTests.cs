using Mesh.Sdk.Analysis;
using Mesh.Sdk.Kafka.Koperator;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker.Operators;

public sealed class KoperatorRenderingTests
{
    [Test]
    public void A_cluster_comes_with_its_topics_and_the_user_of_the_mirror_and_passes_the_schemas()
    {
        ResourceSet resources = Topologies.Rich.ToKoperator(k => k
            .InNamespace("kafka-aws")
            .RunsCluster("aws", c => c.Named("kafka").WithBrokers(2).WithZooKeeper("zookeeper-client.zookeeper:2181").AddTopic("orders.v1", partitions: 3)));

        resources.Select(e => e.Key.ToString()).Should().Equal("KafkaCluster kafka-aws/kafka", "KafkaTopic kafka-aws/orders.v1", "KafkaUser kafka-aws/aws-client");
        resources.OfType<KafkaCluster>().Single().Spec!.Brokers.Select(b => b.Id).Should().Equal(0, 1);
        resources.OfType<KafkaTopic>().Single().Spec!.ReplicationFactor.Should().Be(2);
        resources.OfType<KafkaUser>().Single().Spec!.TopicGrants.Select(g => g.AccessType).Should().Equal(UserTopicGrantAccessType.Read, UserTopicGrantAccessType.Write);
        resources.Analyze(AnalysisOptions.Default with { Analyzers = KafkaAnalyzers.All }).Should().BeEmpty();
    }

    [TestCase("aws", "*ZooKeeper*WithZooKeeper*")]
    [TestCase("azure", "*no cluster 'azure'*")]
    public void What_can_not_run_is_refused(string alias, string message)
    {
        Action render = () => Topologies.Rich.ToKoperator(k => k.RunsCluster(alias, _ => { }));

        render.Should().Throw<ArgumentException>().WithMessage(message);
    }
}
