using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Clients;

/// <summary>What administration does on any cluster.</summary>
[CancelAfter(120_000)]
public sealed class ClusterAdministrationTests
{
    private static readonly TopicPartition Orders = new("orders", 0);

    private TestCluster _cluster = null!;

    private IClusterAdministration Administration => _cluster.Client.Administration;

    [SetUp]
    public void Start()
    {
        _cluster = TestCluster.Start("aws", brokers: 3);
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
        (await Administration.ListGroupsAsync()).Should().NotContain("checkout");
    }

    [Test]
    public async Task Offsets_are_found_by_time()
    {
        using IProducer<byte[], byte[]> producer = _cluster.Client.CreateProducer();
        foreach (long time in (long[])[1_000, 2_000, 3_000])
        {
            await producer.ProduceAsync(Orders.ToClient(), new() { Value = [1], Timestamp = new(time, TimestampType.CreateTime) });
        }

        (await OffsetsAtAsync(1_500)).Should().Equal(new Dictionary<TopicPartition, long> { [Orders] = 1, [new("orders", 1)] = 0 });
        (await OffsetsAtAsync(3_001)).Should().Equal(new Dictionary<TopicPartition, long> { [Orders] = 3, [new("orders", 1)] = 0 });

        Task<IReadOnlyDictionary<TopicPartition, long>> OffsetsAtAsync(long time) =>
            Administration.GetOffsetsAtAsync([Orders, new("orders", 1)], DateTimeOffset.FromUnixTimeMilliseconds(time));
    }

    [Test]
    public async Task Where_no_record_is_so_late_the_end_is_found_though_brokers_do_not_tell_it()
    {
        using IProducer<byte[], byte[]> producer = _cluster.Client.CreateProducer();
        await producer.ProduceAsync(Orders.ToClient(), new() { Value = [1], Timestamp = new(1_000, TimestampType.CreateTime) });
        using ClusterAdministration real = new(_cluster.Client);

        var offsets = await real.GetOffsetsAtAsync([Orders], DateTimeOffset.FromUnixTimeMilliseconds(1_001));

        offsets.Should().Equal(new Dictionary<TopicPartition, long> { [Orders] = 1 });
    }

    [Test]
    public async Task Topics_and_their_settings_are_kept()
    {
        await Administration.CreateTopicAsync("payments", partitions: 3, replicationFactor: -1, new Dictionary<string, string> { ["retention.ms"] = "1000" });
        await Administration.SetTopicSettingsAsync("payments", new Dictionary<string, string?> { ["retention.ms"] = null, ["cleanup.policy"] = "compact" });

        await Looking.UntilAsync("the topic is told", async () => (await _cluster.Client.GetTopicsAsync()).GetValueOrDefault("payments") == 3);
        await Looking.UntilAsync("settings are told", async () => (await SettingsAsync()).SequenceEqual(["cleanup.policy"]));
    }

    private async Task<IEnumerable<string>> SettingsAsync() =>
        (await Administration.GetTopicSettingsAsync(["payments"]))["payments"].Where(s => s.Source == "DYNAMIC_TOPIC_CONFIG").Select(s => s.Name);

    private IConsumer<byte[], byte[]> Join(string group)
    {
        IConsumer<byte[], byte[]> consumer = _cluster.Client.CreateConsumer(c => c.GroupId = group);
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
