using Mesh.Sdk.Kafka.Embedded.Mirror;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PartitionCopyTests
{
    private readonly PartitionCopy _copy = new(new("orders", 0), start: 0);
    private long _next;

    [Test]
    public void What_is_read_again_does_not_count_as_copied()
    {
        Send(isWritten: true);
        Send(isWritten: false);

        _copy.Rewind(out long forgotten).Should().Be(1);

        forgotten.Should().Be(1);
        _copy.ReachAsync(1).IsCompletedSuccessfully.Should().BeTrue();
        _copy.ReachAsync(2).IsCompleted.Should().BeFalse();
    }

    [Test]
    public void A_failure_ends_the_waiting_until_the_partition_is_read_again()
    {
        Task before = _copy.ReachAsync(1);
        _copy.Fail(new InvalidOperationException());
        Task after = _copy.ReachAsync(1);
        (before.IsFaulted, after.IsFaulted).Should().Be((true, true));

        _copy.Rewind(out _);

        _copy.ReachAsync(1).IsCompleted.Should().BeFalse();
    }

    private void Send(bool isWritten)
    {
        _copy.Send(_next, bytes: 1);
        _copy.Report(isWritten, out _, out _);
        _next++;
    }
}
