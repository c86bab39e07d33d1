using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded;

[CancelAfter(120_000)]
public sealed class EmbeddedClusterTests
{
    private static readonly TopicPartition Orders = new("orders", 0);

    private EmbeddedCluster _cluster = null!;

    private IClusterAdministration Administration => _cluster.Client.Administration;

    [SetUp]
    public void Start()
    {
        _cluster = EmbeddedCluster.Start("aws", brokers: 3);
        _cluster.CreateTopic("orders", partitions: 2);
    }

    [TearDown]
    public void Stop() => _cluster.Dispose();

    [Test]
    public async Task A_group_is_absent_before_its_first_member_active_with_it_and_empty_after_it()
    {
        (await Administration.GetGroupStateAsync("checkout")).Should().Be(GroupState.Absent);

        using (IConsumer<byte[], byte[]> member = Join("checkout"))
        {
            (await Administration.GetGroupStateAsync("checkout")).Should().Be(GroupState.Active);
            member.Close();
        }

        (await Administration.GetGroupStateAsync("checkout")).Should().Be(GroupState.Empty);
    }

    [Test]
    public async Task Positions_are_committed_for_groups_without_members_also_if_they_had_some()
    {
        await Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 5 });
        using (IConsumer<byte[], byte[]> member = Join("checkout"))
        {
            Func<Task> commit = () => Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 6 });

            (await commit.Should().ThrowAsync<KafkaClusterException>()).Which.IsGroupActive.Should().BeTrue();
            (await PositionAsync()).Should().Be(5);
            member.Close();
        }

        await Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 7 });
        (await PositionAsync()).Should().Be(7);
    }

    [Test]
    public async Task A_deleted_group_has_no_positions()
    {
        await Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 5 });

        await Administration.DeleteGroupAsync("checkout");

        (await PositionAsync()).Should().BeNull();
        (await Administration.ListGroupsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Offsets_are_found_by_time()
    {
        using IProducer<byte[], byte[]> producer = _cluster.Client.CreateProducer();
        foreach (long time in (long[])[1_000, 2_000, 3_000])
        {
            await producer.ProduceAsync(Orders.ToClient(), new() { Value = [1], Timestamp = new(time, TimestampType.CreateTime) });
        }

        var offsets = await Administration.GetOffsetsAtAsync([Orders, new("orders", 1)], DateTimeOffset.FromUnixTimeMilliseconds(1_500));

        offsets.Should().Equal(new Dictionary<TopicPartition, long> { [Orders] = 1, [new("orders", 1)] = 0 });
    }

    [Test]
    public async Task Offsets_of_many_partitions_take_a_request_for_each_broker_and_thousand_of_partitions()
    {
        _cluster.CreateTopic("many", partitions: 10_000);
        _cluster.StartCounting();

        var ends = await _cluster.Client.GetEndOffsetsAsync([.. Enumerable.Range(0, 10_000).Select(p => new TopicPartition("many", p))]);

        ends.Should().HaveCount(10_000);
        _cluster.Count(BrokerRequest.ListOffsets).Should().BeLessThanOrEqualTo(3 * 10);
    }

    [Test]
    public async Task A_cluster_that_is_down_is_told_with_its_alias()
    {
        using ClusterClient client = new("aws", new Dictionary<string, string> { ["bootstrap.servers"] = _cluster.BootstrapServers }) { Timeout = TimeSpan.FromMilliseconds(500) };
        _cluster.TakeDown();

        Func<Task> ask = () => client.GetEndOffsetsAsync([Orders]);

        KafkaClusterException failure = (await ask.Should().ThrowAsync<KafkaClusterException>()).Which;
        failure.Alias.Should().Be("aws");
        failure.IsUnreachable.Should().BeTrue();
        failure.Message.Should().Contain("Reading offsets on the Kafka cluster 'aws' failed");
    }

    [Test]
    public async Task Topics_and_their_settings_are_kept()
    {
        await Administration.CreateTopicAsync("payments", partitions: 3, replicationFactor: -1, new Dictionary<string, string> { ["retention.ms"] = "1000" });
        await Administration.SetTopicSettingsAsync("payments", new Dictionary<string, string?> { ["retention.ms"] = null, ["cleanup.policy"] = "compact" });

        (await _cluster.Client.GetTopicsAsync()).Should().Contain("payments", 3);
        (await Administration.GetTopicSettingsAsync(["payments"]))["payments"].Should().ContainSingle().Which.Name.Should().Be("cleanup.policy");
    }

    private IConsumer<byte[], byte[]> Join(string group)
    {
        IConsumer<byte[], byte[]> consumer = _cluster.Client.CreateConsumer(c => (c.GroupId, c.SessionTimeoutMs, c.HeartbeatIntervalMs) = (group, 1_300, 100));
        consumer.Subscribe("orders");
        while (consumer.Assignment.Count == 0)
        {
            TestContext.CurrentContext.CancellationToken.ThrowIfCancellationRequested();
            consumer.Consume(TimeSpan.FromMilliseconds(50));
        }

        return consumer;
    }

    private async Task<long?> PositionAsync() =>
        (await _cluster.Client.GetPositionsAsync("checkout", [Orders])).TryGetValue(Orders, out long position) ? position : null;
}
