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
