using Confluent.Kafka;
using Confluent.Kafka.Admin;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>Calls of an admin client, with their failures told as <see cref="KafkaClusterException"/>.</summary>
internal static class AdminCalls
{
    public static async Task<T> RunAsync<T>(ClusterClient cluster, string action, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            T answer = await call().WaitAsync(cancellationToken).ConfigureAwait(false);
            cluster.Answered();
            return answer;
        }
        catch (KafkaException e)
        {
            throw new KafkaClusterException(cluster, action, FirstError(e), e);
        }
    }

    public static Task RunAsync(ClusterClient cluster, string action, Func<Task> call, CancellationToken cancellationToken) =>
        RunAsync(cluster, action, async () => { await call().ConfigureAwait(false); return true; }, cancellationToken);

    public static Confluent.Kafka.TopicPartition ToClient(this TopicPartition partition) => new(partition.Topic, partition.Partition);

    public static TopicPartition ToModel(this Confluent.Kafka.TopicPartition partition) => new(partition.Topic, partition.Partition.Value);

    // Partial failures say only "see the results"; what failed is there.
    private static Error FirstError(KafkaException exception) => exception switch
    {
        TopicPartitionOffsetException e => First(e.Results.Select(r => r.Error), e),
        DescribeConsumerGroupsException e => First(e.Results.ConsumerGroupDescriptions.Select(r => r.Error), e),
        DeleteConsumerGroupOffsetsException e => First(e.Result.Partitions.Select(p => p.Error), e),
        DeleteGroupsException e => First(e.Results.Select(r => r.Error), e),
        CreateTopicsException e => First(e.Results.Select(r => r.Error), e),
        CreatePartitionsException e => First(e.Results.Select(r => r.Error), e),
        DeleteTopicsException e => First(e.Results.Select(r => r.Error), e),
        DescribeConfigsException e => First(e.Results.Select(r => r.Error), e),
        IncrementalAlterConfigsException e => First(e.Results.Select(r => r.Error), e),
        ListOffsetsException e => First(e.Result.ResultInfos.Select(r => r.TopicPartitionOffsetError.Error), e),
        DescribeTopicsException e => First(e.Results.TopicDescriptions.Select(r => r.Error), e),
        _ => exception.Error,
    };

    private static Error First(IEnumerable<Error> errors, KafkaException exception) => errors.FirstOrDefault(e => e.IsError) ?? exception.Error;
}
