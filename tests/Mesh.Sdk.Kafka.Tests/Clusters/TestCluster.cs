using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Embedded.Administration;
using TopicPartition = Mesh.Sdk.Kafka.Replication.TopicPartition;

namespace Mesh.Sdk.Kafka.Tests.Clusters;

/// <summary>A cluster of a test: one of those that MESH_KAFKA_BOOTSTRAP names, in turn, and an embedded one where none is left.</summary>
internal sealed class TestCluster : IDisposable
{
    private readonly EmbeddedCluster? _embedded;
    private readonly RealCluster? _real;

    private TestCluster(string alias, RealCluster? real, int brokers)
    {
        (Alias, _real) = (alias, real);
        _embedded = real is null ? EmbeddedCluster.Start(alias, brokers) : null;
        BootstrapServers = real?.BootstrapServers ?? _embedded!.BootstrapServers;
        Client = Connect();
    }

    public string Alias { get; }

    public string BootstrapServers { get; }

    /// <summary>Gets the way to it, which is patient and ends with the cluster.</summary>
    public ClusterClient Client { get; }

    private EmbeddedCluster Steering => SteeredAttribute.IsOn ? _embedded! : throw new InvalidOperationException("A test that steers clusters is marked as [Steered].");

    /// <summary>Starts a cluster, or connects to one that no other test has now.</summary>
    /// <param name="alias">Alias.</param>
    /// <param name="brokers">Brokers of an embedded one; real ones have what they have.</param>
    public static TestCluster Start(string alias, int brokers = 1) => new(alias, RealClusters.Named.Take(TestContext.CurrentContext.Test.ID), brokers);

    /// <summary>Makes a client whose requests end after 5 s in a test that steers, as an outage must not take the 30 s of a real one. It belongs to the caller.</summary>
    public ClusterClient ConnectForOutages() => SteeredAttribute.IsOn ? Connect(TimeSpan.FromSeconds(5)) : Connect();

    /// <summary>Creates a topic and waits until it can be written to.</summary>
    public void CreateTopic(string topic, int partitions = 1)
    {
        _embedded?.CreateTopic(topic, partitions);
        Run(real => real.CreateTopicAsync(topic, partitions));
    }

    /// <summary>Deletes a topic and waits until it is gone.</summary>
    public void DeleteTopic(string topic)
    {
        _embedded?.DeleteTopic(topic);
        Run(real => real.DeleteTopicAsync(topic));
    }

    /// <summary>Deletes the records before an offset, as retention does.</summary>
    public void DeleteRecords(TopicPartition partition, long before)
    {
        _embedded?.DeleteRecords(partition, before);
        Run(real => real.DeleteRecordsAsync(partition, before));
    }

    public void SetLeader(TopicPartition partition, int broker) => Steering.SetLeader(partition, broker);

    public void TakeDown() => Steering.TakeDown();

    public void BringUp() => Steering.BringUp();

    public void SetRoundTrip(TimeSpan time) => Steering.SetRoundTrip(time);

    public void FailNext(BrokerRequest request, params ErrorCode[] errors) => Steering.FailNext(request, errors);

    public void StartCounting() => Steering.StartCounting();

    public int Count(BrokerRequest request) => Steering.Count(request);

    public void Dispose()
    {
        Client.Dispose();
        _embedded?.Dispose();
    }

    private ClusterClient Connect(TimeSpan? timeout = null)
    {
        Dictionary<string, string> settings = _embedded is null ? RealSettings() : EmbeddedSettings();
        settings["bootstrap.servers"] = BootstrapServers;
        settings["topic.metadata.refresh.interval.ms"] = "1000";
        Func<ClusterClient, IClusterAdministration>? administration = _embedded is null ? null : client => new EmbeddedAdministration(_embedded, client);
        return timeout is null ? new(Alias, settings, administration) : new(Alias, settings, administration) { Timeout = timeout.Value };
    }

    // When members come or go, mock brokers wait for the session timeout less a second.
    private static Dictionary<string, string> EmbeddedSettings() => new()
    {
        ["session.timeout.ms"] = "1300", ["heartbeat.interval.ms"] = "100", ["reconnect.backoff.ms"] = "20", ["reconnect.backoff.max.ms"] = "50",
    };

    // Real ones refuse members that want to be missed sooner (group.min.session.timeout.ms).
    private static Dictionary<string, string> RealSettings() => new() { ["session.timeout.ms"] = "6000", ["heartbeat.interval.ms"] = "500" };

    private void Run(Func<RealCluster, Task> act)
    {
        if (_real is not null)
        {
            Task.Run(() => act(_real)).GetAwaiter().GetResult();
        }
    }
}
