using System.Diagnostics.Metrics;
using System.Text.Json;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

/// <summary>How far the target is behind.</summary>
public sealed class MeasurementTests : MeasurementFixture
{
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
}
