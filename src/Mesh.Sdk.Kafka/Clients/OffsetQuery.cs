using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>
/// Asks for offsets of many partitions at once. The client takes time that grows with the square of the partitions of a call, so calls have
/// a thousand each; partitions of one broker stand together and all calls are on their way at the same time, which makes one round trip of it.
/// </summary>
internal static class OffsetQuery
{
    private const string Action = "Reading offsets";
    private const int PartitionsPerCall = 1_000;

    public static async Task<IReadOnlyDictionary<TopicPartition, long>> RunAsync(
        ClusterClient cluster,
        IReadOnlyCollection<TopicPartition> partitions,
        OffsetSpec edge,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<TopicPartition, int>? leaders = null)
    {
        if (partitions.Count == 0)
        {
            return new Dictionary<TopicPartition, long>();
        }

        // The client's search for leaders looks for a connection only once in three seconds; this request waits until there is one.
        await AdminCalls.RunAsync(cluster, Action, () => cluster.Admin.DescribeClusterAsync(new() { RequestTimeout = cluster.Timeout }), cancellationToken).ConfigureAwait(false);
        ListOffsetsOptions options = new() { RequestTimeout = cluster.Timeout, IsolationLevel = IsolationLevel.ReadUncommitted };
        List<ListOffsetsResult> results = [.. await Task.WhenAll(Chunks(partitions, leaders).Select(chunk => AdminCalls.RunAsync(
            cluster,
            Action,
            () => cluster.Admin.ListOffsetsAsync(chunk.Select(p => new TopicPartitionOffsetSpec { TopicPartition = p.ToClient(), OffsetSpec = edge }), options),
            cancellationToken))).ConfigureAwait(false)];
        return results.SelectMany(r => r.ResultInfos)
            .Select(r => r.TopicPartitionOffsetError)
            .ToDictionary(o => o.TopicPartition.ToModel(), o => o.Offset.Value);
    }

    private static IEnumerable<TopicPartition[]> Chunks(IReadOnlyCollection<TopicPartition> partitions, IReadOnlyDictionary<TopicPartition, int>? leaders) =>
        partitions.GroupBy(p => leaders?.GetValueOrDefault(p, -1)).SelectMany(broker => broker.Chunk(PartitionsPerCall));
}
