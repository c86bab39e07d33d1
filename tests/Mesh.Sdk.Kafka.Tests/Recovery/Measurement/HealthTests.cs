using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

/// <summary>How a flow is said to be.</summary>
public sealed class HealthTests : MeasurementFixture
{
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
}
