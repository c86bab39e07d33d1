using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

/// <summary>Two clusters, of which one has orders in one partition.</summary>
public abstract class MirrorFixture
{
    private protected static readonly TopicPartition Orders = new("orders", 0);
    private protected static readonly TopicPartition Copies = new("aws.orders", 0);

    private protected MirrorLab _lab = null!;

    [SetUp]
    public void Start()
    {
        _lab = new();
        _lab.Aws.CreateTopic("orders");
    }

    [TearDown]
    public void Stop() => _lab.Dispose();
}
