using System.Runtime.CompilerServices;
using Mesh.Sdk.Kafka.Switching;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class WatchingTests : SwitchingFixture
{
    [Test]
    public async Task A_switch_that_can_not_be_watched_any_more_is_told()
    {
        await using SwitchableClients clients = Make(active: new FailingSwitch());
        SwitchableProducer producer = clients.CreateProducer();

        await producer.ProduceAsync("orders", Numbered(1), Soon);

        SpinWait.SpinUntil(() => producer.Status.Problem is not null, TimeSpan.FromSeconds(20));
        producer.Status.Problem.Should().Be("The switch can't be watched any more: The store is gone.");
    }

    [Test]
    public async Task A_producer_and_a_consumer_follow_a_switch()
    {
        SwitchableProducer producer = Clients.CreateProducer();
        SwitchableConsumer consumer = Consumer();

        (string, int) before = await WriteAndReadAsync(1);
        await FollowedAsync("gke");
        (string, int) after = await WriteAndReadAsync(2);

        before.Should().Be(("aws", 1));
        after.Should().Be(("gke", 2));

        async Task<(string Cluster, int Number)> WriteAndReadAsync(int number)
        {
            await producer.ProduceAsync("orders", Numbered(number), Soon);
            ReceivedRecord record = await consumer.ConsumeAsync(Soon);
            record.MarkProcessed();
            return (record.Cluster, NumberOf(record.Message));
        }
    }

    [Test]
    public async Task A_listener_that_throws_changes_nothing()
    {
        await using SwitchableClients clients = Make(progress: new Throwing());
        SwitchableProducer producer = clients.CreateProducer();

        (await producer.ProduceAsync("orders", Numbered(1), Soon)).Cluster.Should().Be("aws");
        await SetAsync("gke");
        await clients.WaitUntilFollowedAsync(new("gke"), Soon);
        (await producer.ProduceAsync("orders", Numbered(2), Soon)).Cluster.Should().Be("gke");
    }

    private sealed class Throwing : IProgress<ClientStatus>
    {
        public void Report(ClientStatus value) => throw new InvalidOperationException("The listener is broken.");
    }

    private sealed class FailingSwitch : IActiveCluster
    {
        public SwitchState State { get; } = new("aws");

        public async IAsyncEnumerable<SwitchState> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return State;
            await Task.Yield();
            throw new IOException("The store is gone.");
        }
    }
}
