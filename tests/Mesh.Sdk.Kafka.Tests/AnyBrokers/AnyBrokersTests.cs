using System.Text;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Translation;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Switching;

namespace Mesh.Sdk.Kafka.Tests.AnyBrokers;

/// <summary>What needs no steering of clusters, on embedded ones or on those that MESH_KAFKA_BOOTSTRAP names.</summary>
public sealed class AnyBrokersTests
{
    private Brokers _brokers = null!;

    [SetUp]
    public async Task Start() => _brokers = await Brokers.StartAsync();

    [TearDown]
    public async Task Stop() => await _brokers.DisposeAsync();

    [Test]
    public async Task Records_are_mirrored_both_ways()
    {
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(_brokers.Topology, _brokers.Clients);
        await _brokers.ProduceAsync(_brokers.Here, Orders("here", 10));
        await _brokers.ProduceAsync(_brokers.There, Orders("there", 10));

        await mirror.WaitUntilCaughtUpAsync();

        (await _brokers.ReadAsync(_brokers.There, _brokers.RemoteTopicOf(_brokers.Here))).Should().BeEquivalentTo(Orders("here", 10));
        (await _brokers.ReadAsync(_brokers.Here, _brokers.RemoteTopicOf(_brokers.There))).Should().BeEquivalentTo(Orders("there", 10));
    }

    [Test]
    public async Task Positions_of_a_group_are_synced_and_translated_there_and_back()
    {
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(_brokers.Topology, _brokers.Clients);
        await _brokers.ProduceAsync(_brokers.Here, Orders("here", 10));
        await _brokers.ProcessAsync(_brokers.Here);
        await mirror.WaitUntilCaughtUpAsync();
        await mirror.RunNowAsync(EmbeddedMirrorJob.SyncGroupOffsets);
        KafkaRecovery recovery = new(_brokers.Topology, _brokers.Clients);
        TopicPartition[] remote = [.. Enumerable.Range(0, Brokers.Partitions).Select(p => new TopicPartition(_brokers.RemoteTopicOf(_brokers.Here), p))];

        GroupTranslation there = await recovery.TranslateAsync(_brokers.Group, _brokers.Here, _brokers.There);
        var synced = await _brokers.Clients[_brokers.There].GetPositionsAsync(_brokers.Group, remote);
        GroupTranslation back = await recovery.TranslateBackAsync(_brokers.Group, _brokers.There, _brokers.Here);

        there.Positions().Where(p => remote.Contains(p.Key)).Select(p => p.Value).Should().Equal(5, 5);
        synced.Should().Equal(remote.ToDictionary(p => p, _ => 5L));
        back.Positions().Values.Should().Equal(5, 5);
    }

    [Test]
    public async Task A_group_fails_over_and_back_and_no_record_is_lost()
    {
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(_brokers.Topology, _brokers.Clients);
        KafkaRecovery recovery = new(_brokers.Topology, _brokers.Clients)
        {
            Tools = new() { Mirrors = new EmbeddedMirrorControl(mirror), LookInterval = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(1) },
        };
        List<string> processed = [];
        await PlaceAndProcessAsync(_brokers.Here, "before");

        FailoverPlan over = await recovery.PlanFailOverAsync(_brokers.Here, _brokers.There, o => o.Groups(_brokers.Group));
        await recovery.ExecuteAsync(over, _brokers.Journal("over"));
        await PlaceAndProcessAsync(_brokers.There, "meanwhile");
        FailoverPlan back = await recovery.PlanFailBackAsync(_brokers.There, _brokers.Here, FailBackWay.InPlace, o => o.Groups(_brokers.Group));
        await recovery.ExecuteAsync(back, _brokers.Journal("back"));
        await PlaceAndProcessAsync(_brokers.Here, "after");

        over.Problems.Should().BeEmpty();
        back.Problems.Should().BeEmpty();
        processed.Should().BeEquivalentTo([.. Orders("before", 10), .. Orders("meanwhile", 10), .. Orders("after", 10)], "everything was read before each move");

        async Task PlaceAndProcessAsync(string alias, string name)
        {
            mirror.Resume(_brokers.Here, _brokers.There);
            mirror.Resume(_brokers.There, _brokers.Here);
            await _brokers.ProduceAsync(alias, Orders(name, 10));
            processed.AddRange(await _brokers.ProcessAsync(alias));
            await mirror.WaitUntilCaughtUpAsync();
        }
    }

    [Test]
    public async Task Clients_follow_a_switch()
    {
        using CancellationTokenSource soon = new(TimeSpan.FromMinutes(1));
        ClusterSwitch active = new(_brokers.Here);
        await using SwitchableClients clients = new(_brokers.Topology, _brokers.Clients, active);
        SwitchableProducer producer = clients.CreateProducer();
        SwitchableConsumer consumer = clients.CreateConsumer(_brokers.Group, [_brokers.Topic], new() { Configure = _brokers.Configure });

        (string, string) before = await WriteAndReadAsync("before");
        await active.SetAsync(new(_brokers.There));
        await clients.WaitUntilFollowedAsync(active.State, soon.Token);
        (string, string) after = await WriteAndReadAsync("after");

        before.Should().Be((_brokers.Here, "before"));
        after.Should().Be((_brokers.There, "after"));

        async Task<(string Cluster, string Value)> WriteAndReadAsync(string value)
        {
            await producer.ProduceAsync(_brokers.Topic, new() { Value = Encoding.UTF8.GetBytes(value) }, soon.Token);
            ReceivedRecord record = await consumer.ConsumeAsync(soon.Token);
            record.MarkProcessed();
            return (record.Cluster, Encoding.UTF8.GetString(record.Message.Value));
        }
    }

    private static IEnumerable<string> Orders(string name, int count) => Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{name} {i}"));
}
