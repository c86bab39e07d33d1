namespace Mesh.Sdk.Kafka.Replication.Sync;

/// <summary>How partitions are dealt out to the tasks of the source connector. Source: <c>MirrorSourceConnector.taskConfigs</c>.</summary>
public static class TaskAssignment
{
    /// <summary>Deals partitions out in turn. There are never more tasks than partitions.</summary>
    /// <param name="partitions">Partitions in the order they were found in.</param>
    /// <param name="maxTasks">Most tasks, at least 1.</param>
    public static IReadOnlyList<IReadOnlyList<TopicPartition>> Assign(IReadOnlyList<TopicPartition> partitions, int maxTasks)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTasks, 1);
        List<TopicPartition>[] tasks = [.. Enumerable.Range(0, Math.Min(maxTasks, partitions.Count)).Select(_ => new List<TopicPartition>())];
        for (int i = 0; i < partitions.Count; i++)
        {
            tasks[i % tasks.Length].Add(partitions[i]);
        }

        return tasks;
    }
}
