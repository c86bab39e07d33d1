using Mesh.Sdk.Kafka.Records;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Explanation;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Translation;

public sealed class TranslationTests
{
    private const string Checkpoints = "aws.checkpoints.internal";

    private const string Syncs = "mm2-offset-syncs.gke.internal";

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    private static readonly TopicPartition Orders = new("orders", 0);

    private static readonly TopicPartition Remote = new("aws.orders", 0);

    private TwoClusters _clusters = null!;

    [SetUp]
    public async Task Start()
    {
        _clusters = new();
        _clusters.Aws.CreateTopic("orders", partitions: 2);
        _clusters.Gke.CreateTopic("aws.orders", partitions: 2);
        await _clusters.ProduceAsync(_clusters.Aws, "orders", 200);
        await _clusters.ProduceAsync(_clusters.Gke, "aws.orders", 190);
    }

    [TearDown]
    public void Stop() => _clusters.Dispose();

    [Test]
    public async Task The_last_checkpoint_of_each_partition_counts_and_foreign_records_do_not()
    {
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(10, 8), new("billing", "aws.orders", 0, 3, 3, ""), Point(20, 18) with { Metadata = "m" });
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, [([1, 2], [3]), (Point(10, 8).ToKey(), null)]);

        var offsets = await _clusters.Recovery.RemoteConsumerOffsetsAsync("checkout", "aws", "gke");

        offsets.Should().Equal(new Dictionary<TopicPartition, GroupOffset> { [Remote] = new(18, "m") });
        (await _clusters.Recovery.RemoteConsumerOffsetsAsync("nobody", "aws", "gke")).Should().BeEmpty();
    }

    [Test]
    public async Task A_missing_checkpoints_topic_is_told_with_what_to_do()
    {
        Func<Task> read = () => _clusters.Recovery.RemoteConsumerOffsetsAsync("checkout", "aws", "gke");

        InternalTopicException failure = (await read.Should().ThrowAsync<InternalTopicException>()).Which;
        (failure.Alias, failure.Topic).Should().Be(("gke", Checkpoints));
        failure.Message.Should().Contain("Let the checkpoint connector of aws->gke run");
    }

    [Test]
    public async Task The_larger_of_checkpoint_and_syncs_is_taken()
    {
        await CommitAsync(150);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(120, 101));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(100, 100), Sync(140, 135));

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        PartitionTranslation orders = translation.Partitions.Should().ContainSingle().Subject;
        (orders.From, orders.To, orders.Committed).Should().Be((Orders, Remote, 150L));
        (orders.Position, orders.Origin, orders.FromSyncs).Should().Be((136L, PositionOrigin.OffsetSyncs, 136L));
        orders.Checkpoint!.Checkpoint.DownstreamOffset.Should().Be(101);
        orders.RepeatsAtMost.Should().Be(9);
        translation.Positions().Should().Equal(new Dictionary<TopicPartition, long> { [Remote] = 136 });
        translation.ToString().Should().Contain("orders-0  150        aws.orders-0  136       OffsetSyncs  <= 9");
    }

    [Test]
    public async Task A_checkpoint_counts_that_knows_more_than_the_syncs_that_are_left()
    {
        await CommitAsync(150);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(120, 101));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(180, 170));

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        (translation.Partitions[0].Position, translation.Partitions[0].Origin).Should().Be((101L, PositionOrigin.Checkpoint));
        translation.Partitions[0].RepeatsAtMost.Should().BeNull("no sync at or before it tells how far it is from the position");
    }

    [Test]
    public async Task A_group_that_was_set_back_does_not_follow_its_old_checkpoint()
    {
        await CommitAsync(50);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(120, 101));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(10, 9), Sync(100, 100));

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        (translation.Partitions[0].Position, translation.Partitions[0].RepeatsAtMost).Should().Be((10L, 39L));
    }

    [Test]
    public async Task A_checkpoint_under_a_name_that_the_policy_does_not_give_is_not_taken_for_a_position_of_the_copy()
    {
        await CommitAsync(150);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(120, 101), new("checkout", "orders", 0, 150, 180, ""), new("checkout", "eu.orders", 0, 150, 185, ""));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(100, 100));

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        translation.Partitions.Should().ContainSingle().Which.Position.Should().Be(101);
    }

    [Test]
    public async Task A_checkpoint_that_contradicts_the_syncs_is_from_before_a_topic_was_created_again()
    {
        await CommitAsync(20);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(15, 120));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(100, 105), Sync(18, 19));

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        (translation.Partitions[0].Position, translation.Partitions[0].Origin).Should().Be((20L, PositionOrigin.OffsetSyncs));
    }

    [Test]
    public async Task A_translation_whose_records_are_deleted_goes_to_the_first_that_is_left()
    {
        await CommitAsync(50);
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(40, 38), Sync(100, 100));
        _clusters.Gke.DeleteRecords(Remote, 60);

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        (translation.Partitions[0].Position, translation.Partitions[0].Origin).Should().Be((60L, PositionOrigin.FirstRecord));
    }

    [Test]
    public async Task A_partition_without_a_translation_says_why()
    {
        _clusters.Aws.CreateTopic("invoices");
        await CommitAsync(50, Orders, new("orders", 1), new("invoices", 0));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(100, 100));

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        translation.IsComplete.Should().BeFalse();
        translation.Positions().Should().BeEmpty();
        translation.Partitions.Select(p => (p.From.ToString(), p.Reason)).Should().Equal(
            ("invoices-0", UntranslatedReason.NotMirrored),
            ("orders-0", UntranslatedReason.BeforeOldestSync),
            ("orders-1", UntranslatedReason.NoOffsetSync));
    }

    [Test]
    [Steered]
    public async Task Without_the_source_checkpoints_alone_count()
    {
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(120, 101));
        _clusters.Aws.TakeDown();

        GroupTranslation translation = await _clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        translation.SourceIsReachable.Should().BeFalse();
        translation.Partitions.Should().ContainSingle().Which.Should().Match<PartitionTranslation>(p => p.From == Orders && p.Position == 101 && p.Committed == null && p.RepeatsAtMost == null);
    }

    [Test]
    public async Task Unknown_groups_are_told_all_at_once()
    {
        await CommitAsync(50);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(50, 50));

        Func<Task> translate = () => _clusters.Recovery.TranslateAsync(["checkout", "nobody", "ghost"], "aws", "gke");

        UnknownGroupException unknown = (await translate.Should().ThrowAsync<UnknownGroupException>()).Which;
        unknown.Groups.Should().Equal("nobody", "ghost");
        unknown.Known.Should().Equal("checkout");
    }

    [Test]
    public async Task An_unknown_group_is_told_with_what_was_probably_meant_and_ten_that_are_known()
    {
        foreach (string group in (string[])["billing", .. Enumerable.Range(10, 12).Select(i => $"group-{i}")])
        {
            await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, new Checkpoint(group, "aws.orders", 0, 50, 50, ""));
        }

        Func<Task> translate = () => _clusters.Recovery.TranslateAsync("biling", "aws", "gke");

        (await translate.Should().ThrowAsync<UnknownGroupException>()).WithMessage("*Did you mean 'billing'? Known are billing, group-10, group-11, * and 3 more.*");
    }

    [Test]
    public async Task Positions_on_remote_topics_go_back_to_the_source_and_the_larger_of_two_is_taken()
    {
        await CommitAsync(60, Orders, new("orders", 1));
        await CommitAsync(_clusters.Gke, 105, Remote);
        await CommitAsync(_clusters.Gke, 0, new TopicPartition("aws.orders", 1));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(40, 38), Sync(104, 100), Sync(150, 146));

        GroupTranslation translation = await _clusters.Recovery.TranslateBackAsync("checkout", from: "gke", to: "aws");

        translation.Partitions.Select(p => (p.From, p.To, p.Position, p.Origin, p.FromSyncs, p.CommittedThere, p.RepeatsAtMost)).Should().Equal(
            (Remote, Orders, 105L, PositionOrigin.OffsetSyncs, 105L, 60L, 4L),
            (new("aws.orders", 1), new("orders", 1), null, null, null, 60L, null));
        translation.Partitions[1].Reason.Should().Be(UntranslatedReason.BeyondEnd, "the position of before lies beyond the end of an empty partition");
    }

    [Test]
    [Steered]
    public async Task Offset_syncs_on_the_target_survive_the_source()
    {
        using TwoClusters clusters = new(f => f.KeepOffsetSyncsOnTarget());
        clusters.Aws.CreateTopic("orders");
        clusters.Gke.CreateTopic("aws.orders");
        await clusters.ProduceAsync(clusters.Gke, "aws.orders", 200);
        await clusters.WriteAsync(clusters.Gke, Checkpoints, Now, Point(120, 101));
        await clusters.WriteAsync(clusters.Gke, "mm2-offset-syncs.aws.internal", Sync(100, 105));
        clusters.Aws.TakeDown();

        GroupTranslation translation = await clusters.Recovery.TranslateAsync("checkout", "aws", "gke");

        translation.Partitions[0].Position.Should().Be(101);
    }

    [Test]
    public async Task An_explanation_names_the_syncs_around_a_position_and_the_reasons()
    {
        await CommitAsync(120);
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, Now, Point(90, 41));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(40, 40), Sync(100, 100), Sync(150, 146));

        GroupExplanation explanation = await _clusters.Recovery.ExplainAsync("checkout", "aws", "gke");

        PartitionExplanation orders = explanation.Partitions.Should().ContainSingle().Subject;
        (orders.Before, orders.After).Should().Be((Sync(100, 100), Sync(150, 146)));
        orders.Slots.Select(s => (s.Upstream, s.Downstream)).Should().Equal((150, 146), (100, 100), (40, 40));
        orders.Notes.Select(n => n.Cause).Should().Equal(ExplanationCause.BetweenSyncs, ExplanationCause.CheckpointBehind);
        explanation.RepeatsAtMost.Should().Be(19);
        explanation.ToString().Should().Contain("lies between the sync of 100 and 100 and that of 150 and 146").And.Contain("at most 19 records are read again");
    }

    [Test]
    public async Task An_explanation_tells_of_a_group_that_no_checkpoints_are_made_of()
    {
        await _clusters.Aws.Client.Administration.CommitAsync("billing", new Dictionary<TopicPartition, long> { [Orders] = 120 });
        await _clusters.WriteAsync(_clusters.Aws, Syncs, Sync(100, 100));

        GroupExplanation explanation = await _clusters.Recovery.ExplainAsync("billing", "aws", "gke");

        explanation.Partitions[0].Notes.Select(n => n.Cause).Should().Equal(ExplanationCause.AfterLastSync, ExplanationCause.NoCheckpoint, ExplanationCause.GroupNotAdmitted);
    }

    private static Checkpoint Point(long upstream, long downstream) => new("checkout", "aws.orders", 0, upstream, downstream, "");

    private static OffsetSync Sync(long upstream, long downstream) => new("orders", 0, upstream, downstream);

    private Task CommitAsync(long position, params TopicPartition[] partitions) =>
        CommitAsync(_clusters.Aws, position, partitions is [] ? [Orders] : partitions);

    private static Task CommitAsync(TestCluster cluster, long position, params TopicPartition[] partitions) =>
        cluster.Client.Administration.CommitAsync("checkout", partitions.ToDictionary(p => p, _ => position));
}
