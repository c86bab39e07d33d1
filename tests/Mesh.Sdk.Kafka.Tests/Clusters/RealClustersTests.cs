using Mesh.Sdk.Kafka.Embedded;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>How tests share clusters; embedded ones stand for real ones.</summary>
[CancelAfter(120_000)]
public sealed class RealClustersTests
{
    private EmbeddedCluster[] _brokers = null!;
    private RealClusters _clusters = null!;

    [SetUp]
    public void Start()
    {
        _brokers = [EmbeddedCluster.Start("first"), EmbeddedCluster.Start("second")];
        _clusters = new([.. _brokers.Select(b => new RealCluster(b.BootstrapServers, b.Client))]);
    }

    [TearDown]
    public void Stop() => Array.ForEach(_brokers, b => b.Dispose());

    [Test]
    public void The_variable_names_the_servers_of_each_cluster()
    {
        RealClusters.Parse("kafka1:9092, kafka2:9092; [::1]:9093").Should().Equal("kafka1:9092,kafka2:9092", "[::1]:9093");
        RealClusters.Parse("kafka1:9092").Should().Equal("kafka1:9092");
        RealClusters.Parse(" ").Should().BeEmpty();
        RealClusters.Parse(null).Should().BeEmpty();
    }

    [TestCase("kafka1")]
    [TestCase("kafka1:9092;")]
    [TestCase("kafka1:9092,,kafka2:9092")]
    [TestCase(":9092")]
    [TestCase("kafka1:port")]
    public void What_names_no_servers_is_refused(string text)
    {
        Action parse = () => RealClusters.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage("*host:port,...;host:port,...*");
    }

    [Test]
    public void A_test_gets_them_in_turn_and_embedded_ones_when_none_is_left()
    {
        string?[] taken = [.. Enumerable.Range(0, 3).Select(_ => _clusters.Take("a test")?.BootstrapServers)];

        taken.Should().Equal(_brokers[0].BootstrapServers, _brokers[1].BootstrapServers, null);
        new RealClusters([]).Take("a test").Should().BeNull();
    }

    [Test]
    public async Task Another_test_waits_until_they_are_returned_and_finds_them_empty()
    {
        RealCluster cluster = _clusters.Take("a test")!;
        await cluster.CreateTopicAsync("orders", partitions: 2);
        await _brokers[0].Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [new("orders", 0)] = 0 });
        Task<RealCluster?> other = Task.Run(() => _clusters.Take("another test"));
        _clusters.Return("a third test");
        other.IsCompleted.Should().BeFalse();

        _clusters.Return("a test");

        (await other).Should().BeSameAs(cluster);
        (await _brokers[0].Client.GetTopicsAsync()).Should().BeEmpty();
        (await _brokers[0].Client.Administration.ListGroupsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Clusters_that_somebody_uses_are_refused_and_left_as_they_are()
    {
        _brokers[0].CreateTopic("invoices");
        _brokers[0].CreateTopic("_schemas");

        for (int attempt = 0; attempt < 2; attempt++)
        {
            Action take = () => _clusters.Take("a test");

            take.Should().Throw<InvalidOperationException>().WithMessage("*(invoices)*MESH_KAFKA_BOOTSTRAP*");
            _clusters.Return("a test");
        }

        (await _brokers[0].Client.GetTopicsAsync()).Keys.Should().BeEquivalentTo("invoices", "_schemas");
    }

    [Test]
    public async Task What_Kafka_and_tools_keep_is_left_there()
    {
        _brokers[0].CreateTopic("_schemas");
        await _clusters.Take("a test")!.CreateTopicAsync("orders", partitions: 1);

        _clusters.Return("a test");

        (await _brokers[0].Client.GetTopicsAsync()).Keys.Should().Equal("_schemas");
    }

    [Test]
    public async Task A_topic_is_there_or_gone_when_that_was_asked_for()
    {
        RealCluster cluster = _clusters.Take("a test")!;

        await cluster.CreateTopicAsync("orders", partitions: 2);
        (await _brokers[0].Client.GetTopicsAsync()).Should().Contain("orders", 2);

        await cluster.DeleteTopicAsync("orders");
        (await _brokers[0].Client.GetTopicsAsync()).Should().BeEmpty();
    }
}
