using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded.Native;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Embedded;

/// <content>What happens to a cluster: topics, retention, outages.</content>
public sealed partial class EmbeddedCluster
{
    /// <summary>Creates a topic. Replicas are one for each broker, three at most.</summary>
    /// <exception cref="KafkaClusterException">It exists.</exception>
    public void CreateTopic(string topic, int partitions = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(topic);
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        Check(MockBrokers.CreateTopic(Handle(), topic, partitions, Math.Min(Brokers, 3)), $"Creating the topic '{topic}'");
    }

    /// <summary>Deletes a topic with its records.</summary>
    /// <exception cref="KafkaClusterException">There is none.</exception>
    public void DeleteTopic(string topic)
    {
        ArgumentException.ThrowIfNullOrEmpty(topic);
        Check(MockBrokers.DeleteTopic(Handle(), topic), $"Deleting the topic '{topic}'");
    }

    /// <summary>Deletes the records before an offset, as retention does.</summary>
    /// <exception cref="KafkaClusterException">There is no such partition, or offset in it.</exception>
    public void DeleteRecords(TopicPartition partition, long before) =>
        Check(MockBrokers.DeleteRecords(Handle(), partition.Topic, partition.Partition, before), $"Deleting records of {partition}");

    /// <summary>Makes another broker lead a partition.</summary>
    public void SetLeader(TopicPartition partition, int broker) =>
        Check(MockBrokers.SetLeader(Handle(), partition.Topic, partition.Partition, broker), $"Moving the leader of {partition}");

    /// <summary>Takes all brokers down: connections break, and new ones are refused.</summary>
    public void TakeDown() => ForEachBroker(broker => MockBrokers.SetDown(Handle(), broker), "Taking a broker down");

    /// <summary>Brings all brokers up, with what they had.</summary>
    public void BringUp() => ForEachBroker(broker => MockBrokers.SetUp(Handle(), broker), "Bringing a broker up");

    /// <summary>Delays the answers of all brokers. At least 1 ms where it is not zero.</summary>
    public void SetRoundTrip(TimeSpan time) => ForEachBroker(broker => MockBrokers.SetRoundTrip(Handle(), broker, (int)time.TotalMilliseconds), "Delaying a broker");

    /// <summary>Makes the next requests of a kind fail, one for each error.</summary>
    public void FailNext(BrokerRequest request, params ErrorCode[] errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        MockBrokers.PushErrors(Handle(), (short)request, (nuint)errors.Length, [.. errors.Select(e => (int)e)]);
    }

    /// <summary>Counts the requests of each kind from now on.</summary>
    public void StartCounting() => MockBrokers.StartTracking(Handle());

    /// <summary>Returns how many requests of a kind came since <see cref="StartCounting"/>.</summary>
    public int Count(BrokerRequest request)
    {
        nint requests = MockBrokers.GetRequests(Handle(), out nuint count);
        int found = 0;
        for (int i = 0; i < (int)count; i++)
        {
            found += MockBrokers.ApiKey(System.Runtime.InteropServices.Marshal.ReadIntPtr(requests, i * nint.Size)) == (short)request ? 1 : 0;
        }

        MockBrokers.DestroyRequests(requests, count);
        return found;
    }

    private void ForEachBroker(Func<int, int> act, string action)
    {
        for (int broker = 1; broker <= Brokers; broker++)
        {
            Check(act(broker), action);
        }
    }
}
