using Mesh.Sdk.Kafka.Records;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Recovery.Measurement;

/// <summary>Two clusters at a time that is set, and a flow of orders that is written by hand.</summary>
public abstract class MeasurementFixture
{
    private protected const string Checkpoints = "aws.checkpoints.internal";

    private protected const string Syncs = "mm2-offset-syncs.gke.internal";

    private protected const string Heartbeats = "aws.heartbeats";

    private protected static readonly TopicPartition Orders = new("orders", 0);

    private protected static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    private protected readonly SetTime _time = new();

    private protected TwoClusters _clusters = null!;

    [SetUp]
    public void Start() => _clusters = new(time: _time);

    [TearDown]
    public void Stop() => _clusters.Dispose();

    private protected static OffsetSync Sync(long upstream, long downstream) => new("orders", 0, upstream, downstream);

    private protected async Task MirrorAsync(int source, int copies, params OffsetSync[] syncs)
    {
        _clusters.Aws.CreateTopic("orders");
        _clusters.Gke.CreateTopic("aws.orders");
        await _clusters.ProduceAsync(_clusters.Aws, "orders", source, at: _time.Now.AddSeconds(-10));
        await _clusters.ProduceAsync(_clusters.Gke, "aws.orders", copies, at: _time.Now.AddSeconds(-15));
        await _clusters.WriteAsync(_clusters.Aws, Syncs, syncs);
        await BeatAsync();
    }

    private protected async Task MirrorWithGroupAsync()
    {
        await MirrorAsync(source: 200, copies: 190, Sync(100, 98), Sync(150, 146));
        await _clusters.Aws.Client.Administration.CommitAsync("checkout", new Dictionary<TopicPartition, long> { [Orders] = 130 });
        await _clusters.WriteAsync(_clusters.Gke, Checkpoints, _time.Now.AddSeconds(-20), new Checkpoint("checkout", "aws.orders", 0, 100, 98, ""));
    }

    private protected Task BeatAsync() => _clusters.WriteAsync(_clusters.Gke, Heartbeats, new Heartbeat("gke", "aws", _time.Now.AddSeconds(-1).ToUnixTimeMilliseconds()));
}
