using System.Diagnostics.Metrics;
using System.Text.Json;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

public sealed class MeasurementTests
{
    private const string Checkpoints = "aws.checkpoints.internal";

    private const string Syncs = "mm2-offset-syncs.gke.internal";

    private const string Heartbeats = "aws.heartbeats";

    private static readonly TopicPartition Orders = new("orders", 0);

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    private readonly SetTime _time = new();

    private TwoClusters _clusters = null!;

    [SetUp]
    public void Start() => _clusters = new(time: _time);

    [TearDown]
    public void Stop() => _clusters.Dispose();

    [Test]
    public async Task A_flow_that_nobody_ran_is_told_as_such()
    {
        _clusters.Aws.CreateTopic("orders");
        await _clusters.ProduceAsync(_clusters.Aws, "orders", 30, at: _time.Now);

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Health.Should().Be(FlowHealth.NeverRan);
        (point.RecordsBehind, point.RecordsBehindAtMost).Should().Be((30L, 30L));
        point.Reasons.Should().ContainSingle().Which.Text.Should().Contain("run MirrorMaker for aws->gke");
    }

    [Test]
    public async Task Records_behind_count_from_the_last_sync_and_the_end_of_the_copy()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        PartitionRecoveryPoint orders = point.Topics.Should().ContainSingle().Subject.Partitions.Should().ContainSingle().Subject;
        orders.Should().Match<PartitionRecoveryPoint>(p => p.SourceEnd == 200 && p.TargetEnd == 150 && p.Copied == 154 && p.RecordsBehind == 46 && p.RecordsBehindAtMost == 49);
        (orders.BytesBehind, orders.OldestMissing).Should().Be((4_600L, _time.Now.AddSeconds(-10)));
        (point.Health, point.TimeBehind, point.HeartbeatAge).Should().Be((FlowHealth.Healthy, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_table_and_a_tree_tell_it()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        await _clusters.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 190 });
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, _time.Now.AddSeconds(-20), new Checkpoint("checkout", "aws.orders", 0, 150, 146, ""));

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.ToString().Should().Be(
            """
            aws->gke: Healthy, 46 records behind, at most 49, last heartbeat 1 s ago

            Topic   There       Partitions  Behind  At Most  Bytes  Oldest Missing  Last Copied
            orders  aws.orders  1           46      49       4600   10 s ago        -

            Group     Partitions  No Checkpoint  Repeats  Loss   Checkpoint
            checkout  1           0              <= 4     <= 10  20 s old

            """);
        using JsonDocument json = JsonDocument.Parse(point.ToJson());
        json.RootElement.GetProperty("topics")[0].GetProperty("partitions")[0].GetProperty("recordsBehind").GetInt64().Should().Be(46);
    }

    [Test]
    public async Task A_group_would_repeat_what_it_committed_since_its_checkpoint_and_lose_what_nobody_copied()
    {
        await MirrorWithGroupAsync();

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        GroupRecoveryPoint checkout = point.Groups.Should().ContainSingle().Subject;
        checkout.Partitions[0].Should().Match<GroupPartitionRecoveryPoint>(p => p.Committed == 130 && p.Translated == 98);
        (checkout.RepeatsAtMost, checkout.LossAtMost, checkout.CheckpointAge).Should().Be((30L, 49L, TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task A_group_whose_position_is_not_known_would_repeat_at_most_what_the_copy_has_behind_its_checkpoint()
    {
        await MirrorAsync(source: 200, copies: 190, Sync(100, 98), Sync(150, 146));
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, _time.Now.AddSeconds(-20), new Checkpoint("checkout", "aws.orders", 0, 100, 98, ""));

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        (point.Groups.Single().RepeatsAtMost, point.Groups.Single().LossAtMost).Should().Be((92L, null));
    }

    [Test]
    public async Task A_group_that_no_checkpoint_tells_of_is_told_as_one_that_would_be_left_behind()
    {
        await MirrorAsync(source: 200, copies: 190, Sync(150, 146));
        await _clusters.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 130 });

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Groups.Single().Should().Match<GroupRecoveryPoint>(g => g.Group == "checkout" && g.RepeatsAtMost == null && g.CheckpointAge == null);
        point.Reasons.Should().ContainSingle().Which.Should().Match<HealthReason>(r => r.Health == FlowHealth.GroupsUncovered && r.Text.Contains("checkout") && r.Text.Contains("refresh.groups.interval.seconds"));
    }

    [Test]
    public async Task A_group_that_nobody_knows_is_told_as_such_until_it_commits()
    {
        await MirrorAsync(source: 200, copies: 190, Sync(150, 146));
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, _time.Now.AddSeconds(-20), new Checkpoint("checkout", "aws.orders", 0, 100, 98, ""));
        await using var watch = _clusters.Recovery.WatchAsync("aws", "gke", Often, new() { Groups = ["chekout"] }).GetAsyncEnumerator();

        await watch.MoveNextAsync();
        (GroupRecoveryPoint unknown, string text) = (watch.Current.Groups.Single(), watch.Current.ToString());
        await _clusters.Aws.Client.Administration.CommitAsync("chekout", new Dictionary<TopicPartition, long> { [Orders] = 200 });
        await watch.MoveNextAsync();

        (unknown.RepeatsAtMost, unknown.LossAtMost).Should().Be((null, null));
        unknown.Problem.Should().Contain("Did you mean 'checkout'? Known are checkout.");
        text.Should().Contain(unknown.Problem).And.MatchRegex(@"chekout +0 +0 +\? +\? ");
        watch.Current.Groups.Single().Should().Match<GroupRecoveryPoint>(g => g.Problem == null && g.LossAtMost == 0);
    }

    [Test]
    [Steered]
    public async Task Of_a_group_without_checkpoints_a_lost_source_would_tell()
    {
        await MirrorAsync(source: 200, copies: 190, Sync(150, 146));
        _clusters.Aws.TakeDown();

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke", new() { Groups = ["checkout"] });

        point.Groups.Single().Problem.Should().Be("The group 'checkout' has no checkpoint on gke, and aws can't be reached to ask for its positions.");
    }

    [Test]
    public async Task Partitions_that_the_target_lacks_are_told_and_not_taken_for_lag()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        _clusters.Gke.DeleteTopic("aws.orders");
        _time.Now += TimeSpan.FromMinutes(1);
        await BeatAsync();

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        HealthReason reason = point.Reasons.Should().ContainSingle().Subject;
        reason.Health.Should().Be(FlowHealth.TopicMissing);
        reason.Text.Should().StartWith("The target lacks 1 partitions that the flow mirrors, the first is aws.orders-0:");
        point.RecordsBehind.Should().Be(200);
    }

    [Test]
    public async Task After_a_rewind_of_the_source_everything_there_counts()
    {
        await MirrorAsync(source: 50, copies: 150, Sync(150, 146));

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        (point.RecordsBehind, point.RecordsBehindAtMost).Should().Be((50L, 50L));
    }

    [Test]
    public async Task What_retention_has_deleted_is_not_behind()
    {
        await MirrorAsync(source: 200, copies: 10, Sync(9, 9));
        _clusters.Aws.DeleteRecords(Orders, 120);

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.RecordsBehind.Should().Be(80);
    }

    [Test]
    public async Task Checkpoints_of_a_policy_that_the_flow_once_had_are_no_positions_of_the_copy()
    {
        await MirrorAsync(source: 200, copies: 200, Sync(150, 150));
        await _clusters.WriteAsync(
            _clusters.Gke, Checkpoints, _time.Now, new Checkpoint("checkout", "orders", 0, 10, 10, ""), new Checkpoint("checkout", "aws.orders", 0, 150, 150, ""));

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Groups.Should().ContainSingle().Which.Partitions.Should().ContainSingle().Which.Should().Match<GroupPartitionRecoveryPoint>(
            p => p.Partition == Orders && p.Translated == 150);
    }

    [Test]
    [Steered]
    public async Task A_lost_source_is_a_result_with_what_the_target_knows()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, _time.Now.AddSeconds(-20), new Checkpoint("checkout", "aws.orders", 0, 150, 146, ""));
        _clusters.Aws.TakeDown();

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Health.Should().Be(FlowHealth.SourceUnreachable);
        (point.RecordsBehind, point.LastHeartbeat).Should().Be((null, _time.Now.AddSeconds(-1)));
        point.Topics.Should().ContainSingle().Which.Should().Match<TopicRecoveryPoint>(t => t.Topic == "orders" && t.LastCopied == _time.Now.AddSeconds(-15));
        point.Groups[0].Partitions[0].Translated.Should().Be(146);
        point.Reasons[0].Text.Should().StartWith($"The Kafka cluster 'aws' at {_clusters.Aws.BootstrapServers} can't be reached.").And.Contain("is lost if it does not come back").And.Contain("on the Kafka cluster 'aws'");
    }

    [Test]
    [Steered]
    public async Task A_watch_remembers_what_was_not_copied_when_the_source_was_lost()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        await using var watch = _clusters.Recovery.WatchAsync("aws", "gke", Often).GetAsyncEnumerator();
        await watch.MoveNextAsync();
        _clusters.Aws.TakeDown();
        _time.Now += TimeSpan.FromSeconds(5);

        await watch.MoveNextAsync();

        watch.Current.Health.Should().Be(FlowHealth.SourceUnreachable);
        watch.Current.Reasons[0].Text.Should().Contain("49 records at most were not copied 5 s ago");
    }

    [Test]
    [Steered]
    public async Task A_lost_target_is_a_result()
    {
        _clusters.Gke.TakeDown();

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        (point.Health, point.RecordsBehind).Should().Be((FlowHealth.TargetUnreachable, null));
        point.Reasons.Single().Text.Should().StartWith($"The Kafka cluster 'gke' at {_clusters.Gke.BootstrapServers} can't be reached");
    }

    [Test]
    public async Task Heartbeats_that_stopped_tell_of_a_flow_that_stands()
    {
        await MirrorAsync(source: 10, copies: 10, Sync(9, 9));
        _time.Now += TimeSpan.FromMinutes(1);

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Reasons.Should().ContainSingle().Which.Health.Should().Be(FlowHealth.Stalled);
    }

    [Test]
    public async Task Without_any_heartbeat_that_is_said()
    {
        await MirrorAsync(source: 10, copies: 10, Sync(9, 9));
        _clusters.Gke.DeleteTopic(Heartbeats);

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        (point.Health, point.HeartbeatAge).Should().Be((FlowHealth.NoHeartbeats, null));
    }

    [Test]
    public async Task Partitions_that_get_nothing_while_heartbeats_arrive_stand_too()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        MeasureOptions options = new() { ReadsMissingRecords = false };
        await using var watch = _clusters.Recovery.WatchAsync("aws", "gke", Often, options).GetAsyncEnumerator();
        await watch.MoveNextAsync();
        watch.Current.Health.Should().Be(FlowHealth.Healthy);

        _time.Now += TimeSpan.FromMinutes(1);
        await BeatAsync();
        await watch.MoveNextAsync();

        watch.Current.Reasons.Should().ContainSingle().Which.Should().Match<HealthReason>(r => r.Health == FlowHealth.Stalled && r.Text.StartsWith("1 partitions lack records"));
    }

    [Test]
    public async Task Old_records_that_are_missing_tell_of_a_flow_that_lags()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        _time.Now += TimeSpan.FromMinutes(1);
        await BeatAsync();

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        (point.Health, point.TimeBehind).Should().Be((FlowHealth.Lagging, TimeSpan.FromSeconds(70)));
    }

    [Test]
    public async Task Markers_at_the_end_are_seen_to_be_no_records_when_nothing_moves()
    {
        await MirrorAsync(source: 0, copies: 10, Sync(9, 9));
        using (IProducer<byte[], byte[]> producer = _clusters.Aws.Client.CreateProducer(c => c.TransactionalId = "orders"))
        {
            producer.InitTransactions(TimeSpan.FromMinutes(1));
            producer.BeginTransaction();
            for (int i = 0; i < 10; i++)
            {
                producer.Produce("orders", new() { Value = [1] });
            }

            producer.CommitTransaction();
        }

        await Looking.UntilAsync("the marker is written", async () => (await _clusters.Aws.Client.GetEndOffsetsAsync([Orders]))[Orders] == 11);
        await using var watch = _clusters.Recovery.WatchAsync("aws", "gke", Often).GetAsyncEnumerator();
        await watch.MoveNextAsync();
        (watch.Current.RecordsBehind, watch.Current.RecordsBehindAtMost).Should().Be((1L, 1L));

        await watch.MoveNextAsync();
        (watch.Current.RecordsBehind, watch.Current.RecordsBehindAtMost).Should().Be((0L, 0L));
    }

    [Test]
    public async Task A_record_that_is_really_missing_is_not_taken_for_a_marker()
    {
        await MirrorAsync(source: 10, copies: 9, Sync(8, 8));
        await using var watch = _clusters.Recovery.WatchAsync("aws", "gke", Often).GetAsyncEnumerator();

        await watch.MoveNextAsync();
        await watch.MoveNextAsync();

        (watch.Current.RecordsBehind, watch.Current.RecordsBehindAtMost).Should().Be((1L, 1L));
    }

    [Test]
    public async Task A_watch_sees_what_is_written_meanwhile()
    {
        await MirrorAsync(source: 200, copies: 150, Sync(150, 146));
        await using var watch = _clusters.Recovery.WatchAsync("aws", "gke", Often).GetAsyncEnumerator();
        await watch.MoveNextAsync();

        await _clusters.ProduceAsync(_clusters.Gke, "aws.orders", 46);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(199, 195));
        await watch.MoveNextAsync();

        (watch.Current.RecordsBehind, watch.Current.RecordsBehindAtMost).Should().Be((0L, 0L));
    }

    [Test]
    [Steered]
    public async Task Ten_thousand_partitions_take_a_request_for_each_broker_and_thousand()
    {
        using TwoClusters clusters = new(brokers: 3);
        clusters.Aws.CreateTopic("orders", partitions: 10_000);
        clusters.Gke.CreateTopic("aws.orders", partitions: 10_000);
        clusters.Aws.StartCounting();
        clusters.Gke.StartCounting();

        RecoveryPoint point = await clusters.Recovery.MeasureAsync("aws", "gke");

        point.Topics[0].Partitions.Should().HaveCount(10_000);
        clusters.Gke.Count(BrokerRequest.ListOffsets).Should().BeLessThanOrEqualTo(3 * 4, "the ends");
        clusters.Aws.Count(BrokerRequest.ListOffsets).Should().BeLessThanOrEqualTo(3 * 4 * 2, "starts and ends");
    }

    [Test]
    public async Task Every_measurement_is_recorded_as_metrics()
    {
        await MirrorWithGroupAsync();
        Dictionary<string, object> seen = [];
        using MeterListener listener = new() { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == RecoveryTelemetry.Name) { l.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.Start();

        await _clusters.Recovery.MeasureAsync("aws", "gke");

        seen.Should().BeEquivalentTo(new Dictionary<string, object>
        {
            ["mesh.kafka.flow.health"] = (int)FlowHealth.Healthy,
            ["mesh.kafka.flow.records_behind"] = 6L,
            ["mesh.kafka.flow.bytes_behind"] = 600L,
            ["mesh.kafka.flow.time_behind"] = 10d,
            ["mesh.kafka.flow.heartbeat_age"] = 1d,
            ["mesh.kafka.group.known"] = 1,
            ["mesh.kafka.group.repeats"] = 30L,
            ["mesh.kafka.group.loss"] = 49L,
            ["mesh.kafka.group.checkpoint_age"] = 20d,
        });
    }

    private static OffsetSync Sync(long upstream, long downstream) => new("orders", 0, upstream, downstream);

    private async Task MirrorAsync(int source, int copies, params OffsetSync[] syncs)
    {
        _clusters.Aws.CreateTopic("orders");
        _clusters.Gke.CreateTopic("aws.orders");
        await _clusters.ProduceAsync(_clusters.Aws, "orders", source, at: _time.Now.AddSeconds(-10));
        await _clusters.ProduceAsync(_clusters.Gke, "aws.orders", copies, at: _time.Now.AddSeconds(-15));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, syncs);
        await BeatAsync();
    }

    private async Task MirrorWithGroupAsync()
    {
        await MirrorAsync(source: 200, copies: 190, Sync(100, 98), Sync(150, 146));
        await _clusters.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 130 });
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, _time.Now.AddSeconds(-20), new Checkpoint("checkout", "aws.orders", 0, 100, 98, ""));
    }

    private Task BeatAsync() => _clusters.WriteAsync(_clusters.Gke, Heartbeats, new Heartbeat("gke", "aws", _time.Now.AddSeconds(-1).ToUnixTimeMilliseconds()));
}
