using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>
/// Real brokers that tests may use: empty when the run begins, and again after each test. What begins with an underscore is not looked at,
/// as Kafka and tools keep what is theirs there.
/// </summary>
/// <param name="bootstrapServers">Addresses.</param>
/// <param name="client">The way to them.</param>
internal sealed class RealCluster(string bootstrapServers, ClusterClient client)
{
    // Tests write records with times of their own choice.
    private static readonly Dictionary<string, string> Kept = new() { ["retention.ms"] = "-1" };

    private bool _wasEmpty;

    public string BootstrapServers => bootstrapServers;

    /// <summary>Refuses brokers that somebody uses, and waits until they coordinate groups, which new ones do only after a while.</summary>
    /// <exception cref="InvalidOperationException">There are topics or groups.</exception>
    public async Task PrepareAsync()
    {
        if (_wasEmpty)
        {
            return;
        }

        string[] found = await TopicsAsync() is { Length: > 0 } topics ? topics : await GroupsAsync();
        if (found.Length > 0)
        {
            throw new InvalidOperationException(
                $"The Kafka cluster at {bootstrapServers} has topics or groups ({string.Join(", ", found)}), and tests delete all that they find. Delete them, or name an empty cluster in {RealClusters.Variable}.");
        }

        await Looking.UntilAsync("groups are coordinated", async () => (await client.GetPositionsAsync("nobody", [new("nothing", 0)])).Count == 0);
        _wasEmpty = true;
    }

    /// <summary>Deletes all topics and groups, unless it was not empty at first.</summary>
    public Task ClearAsync() => !_wasEmpty ? Task.CompletedTask : Looking.UntilAsync("all that a test made is deleted", async () =>
    {
        string[] groups = await GroupsAsync();
        string[] topics = await TopicsAsync();
        foreach (string group in groups)
        {
            await client.Administration.DeleteGroupAsync(group);
        }

        foreach (string topic in topics)
        {
            await client.Administration.DeleteTopicAsync(topic);
        }

        return groups.Length + topics.Length == 0;
    });

    public Task CreateTopicAsync(string topic, int partitions) => Looking.UntilAsync($"'{topic}' is there", async () =>
    {
        await client.Administration.CreateTopicAsync(topic, partitions, replicationFactor: -1, Kept);
        return (await client.GetTopicsAsync()).GetValueOrDefault(topic) == partitions
            && (await client.GetEndOffsetsAsync([.. Enumerable.Range(0, partitions).Select(p => new TopicPartition(topic, p))])).Count == partitions;
    });

    public Task DeleteTopicAsync(string topic) => Looking.UntilAsync($"'{topic}' is gone", async () =>
    {
        await client.Administration.DeleteTopicAsync(topic);
        return !(await client.GetTopicsAsync()).ContainsKey(topic);
    });

    public Task DeleteRecordsAsync(TopicPartition partition, long before) =>
        client.Admin.DeleteRecordsAsync([new TopicPartitionOffset(partition.ToClient(), before)]);

    private async Task<string[]> TopicsAsync() => Used((await client.GetTopicsAsync()).Keys);

    private async Task<string[]> GroupsAsync() => Used(await client.Administration.ListGroupsAsync());

    private static string[] Used(IEnumerable<string> names) => [.. names.Where(n => !n.StartsWith('_')).Order(StringComparer.Ordinal)];
}
