using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Embedded.Mirror;

[CancelAfter(MirrorLab.MostMilliseconds)]
public sealed class MirrorGapTests
{
    [Test]
    [Steered]
    public async Task Gaps_of_compaction_and_markers_are_passed_over_once_and_for_all()
    {
        TopicPartition orders = new("orders", 0);
        using MirrorLab lab = new();
        lab.Aws.CreateTopic("orders");
        MirrorLab.Produce(lab.Aws, orders, 0, 3);
        await RecordBatches.WriteCompactedAsync(lab.Aws, orders, 10, (0, "3"), (4, "4"), (9, "5"));
        await RecordBatches.WriteMarkerAsync(lab.Aws, orders);
        ReplicationTopology topology = lab.Topology(k => k.Mirror("aws", "gke", f => f.ForDisasterRecovery().Topics("orders")));

        await using (EmbeddedMirror mirror = EmbeddedMirror.Start(topology, lab.Clients))
        {
            await mirror.WaitUntilCaughtUpAsync(MirrorLab.Guard);
            MirrorLab.ReadNumbers(lab.Gke, new("aws.orders", 0)).Should().Equal(Enumerable.Range(0, 6));
        }

        MirrorLab.Produce(lab.Aws, orders, 6, 2);
        await using EmbeddedMirror again = EmbeddedMirror.Start(topology, lab.Clients);
        await again.WaitUntilCaughtUpAsync(MirrorLab.Guard);
        MirrorLab.ReadNumbers(lab.Gke, new("aws.orders", 0)).Should().Equal(Enumerable.Range(0, 8));
    }
}
