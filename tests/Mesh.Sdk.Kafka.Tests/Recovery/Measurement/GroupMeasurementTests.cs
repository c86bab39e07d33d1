using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Tests.Clusters;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

/// <summary>What the loss of the source would mean for groups.</summary>
public sealed class GroupMeasurementTests : MeasurementFixture
{
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
    public async Task A_flow_that_emits_no_checkpoints_leaves_no_group_uncovered_that_it_should_cover()
    {
        _clusters.Dispose();
        _clusters = new(f => f.With(ConnectorSettings.EmitCheckpointsEnabled, false), _time);
        await MirrorAsync(source: 200, copies: 190, Sync(150, 146));
        await _clusters.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 130 });

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Groups.Single().CheckpointAge.Should().BeNull();
        point.Reasons.Should().BeEmpty();
    }

    [Test]
    [Steered]
    public async Task A_group_that_may_not_be_read_ends_the_measurement_only_where_it_was_asked_for()
    {
        await MirrorWithGroupAsync();

        _clusters.Aws.FailNext(BrokerRequest.OffsetFetch, ErrorCode.GroupAuthorizationFailed);
        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");
        _clusters.Aws.FailNext(BrokerRequest.OffsetFetch, ErrorCode.GroupAuthorizationFailed);
        Func<Task> named = () => _clusters.Recovery.MeasureAsync("aws", "gke", new() { Groups = ["checkout"] });

        point.Groups.Single().Partitions.Single().Should().Match<GroupPartitionRecoveryPoint>(p => p.Committed == null && p.Translated == 98 && p.RepeatsAtMost == 92);
        (await named.Should().ThrowAsync<KafkaClusterException>()).Which.Error.Code.Should().Be(ErrorCode.GroupAuthorizationFailed);
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
    public async Task Checkpoints_of_a_policy_that_the_flow_once_had_are_no_positions_of_the_copy()
    {
        await MirrorAsync(source: 200, copies: 200, Sync(150, 150));
        await _clusters.WriteAsync(
            _clusters.Gke, Checkpoints, _time.Now, new Checkpoint("checkout", "orders", 0, 10, 10, ""), new Checkpoint("checkout", "aws.orders", 0, 150, 150, ""));

        RecoveryPoint point = await _clusters.Recovery.MeasureAsync("aws", "gke");

        point.Groups.Should().ContainSingle().Which.Partitions.Should().ContainSingle().Which.Should().Match<GroupPartitionRecoveryPoint>(
            p => p.Partition == Orders && p.Translated == 150);
    }
}
