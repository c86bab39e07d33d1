using Confluent.Kafka;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>
/// Reads and commits positions of a group through a consumer that never joins it. The requests of an admin client for the same go to the
/// group's coordinator in a way that ends the process if the broker goes away meanwhile (librdkafka 2.15, its pull request 5397).
/// </summary>
internal static class GroupPositions
{
    // The client takes time that grows with the square of the partitions of a call.
    private const int PartitionsPerCall = 500;

    public static Task<IReadOnlyDictionary<TopicPartition, long>> ReadAsync(
        ClusterClient cluster, string group, IReadOnlyCollection<TopicPartition> partitions, CancellationToken cancellationToken) => RunAsync(
            cluster,
            $"Reading positions of the group '{group}'",
            group,
            consumer => (IReadOnlyDictionary<TopicPartition, long>)partitions.Chunk(PartitionsPerCall).SelectMany(chunk => Committed(consumer, chunk, cluster.Timeout))
                .Where(p => p.Offset >= 0).ToDictionary(p => p.TopicPartition.ToModel(), p => p.Offset.Value),
            cancellationToken);

    public static Task CommitAsync(ClusterClient cluster, string group, IReadOnlyDictionary<TopicPartition, long> positions, CancellationToken cancellationToken) => RunAsync(
        cluster,
        $"Committing positions of the group '{group}'",
        group,
        consumer =>
        {
            consumer.Commit(positions.Select(p => new TopicPartitionOffset(p.Key.ToClient(), p.Value)));
            return true;
        },
        cancellationToken);

    private static List<TopicPartitionOffset> Committed(IConsumer<byte[], byte[]> consumer, TopicPartition[] partitions, TimeSpan timeout)
    {
        try
        {
            return consumer.Committed(partitions.Select(p => p.ToClient()), timeout);
        }
        catch (TopicPartitionOffsetException e) when (e.Results.All(r => !r.Error.IsError || r.Error.Code == ErrorCode.UnknownTopicOrPart))
        {
            return [.. e.Results.Where(r => !r.Error.IsError).Select(r => r.TopicPartitionOffset)];
        }
    }

    private static async Task<T> RunAsync<T>(ClusterClient cluster, string action, string group, Func<IConsumer<byte[], byte[]>, T> act, CancellationToken cancellationToken)
    {
        try
        {
            return await AdminCalls.RunAsync(cluster, action, () => OnItsOwnThread(() => Act(cluster, group, act), cancellationToken).WaitAsync(cluster.Timeout, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new KafkaClusterException(cluster, action, new(ErrorCode.Local_TimedOut), e);
        }
    }

    // The client blocks, and the pool makes new threads slowly.
    private static Task<T> OnItsOwnThread<T>(Func<T> act, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(act, cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static T Act<T>(ClusterClient cluster, string group, Func<IConsumer<byte[], byte[]>, T> act)
    {
        using IConsumer<byte[], byte[]> consumer = cluster.CreateConsumer(c => (c.GroupId, c.EnableMetricsPush) = (group, false));
        return act(consumer);
    }
}
