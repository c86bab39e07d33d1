using System.Runtime.InteropServices;
using System.Text;
using Confluent.Kafka;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded.Administration;
using Mesh.Sdk.Kafka.Embedded.Native;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>
/// A Kafka cluster in this process, for tests and laptops: librdkafka's mock brokers, which speak Kafka's protocol on sockets of this machine,
/// so that any client of any process can use them: in plain text, without login. Each partition keeps its last 5 MiB, in memory;
/// transactions do not isolate; nothing outlives the cluster. Dispose of clients first.
/// </summary>
public sealed partial class EmbeddedCluster : IDisposable
{
    private const int Producer = 0;

    // Brokers of this machine answer at once, or are down.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly nint _owner;
    private nint _cluster;

    private EmbeddedCluster(string alias, int brokers)
    {
        (Alias, Brokers) = (alias, brokers);
        _owner = StartOwner(alias);
        MockLog.Listen(_owner, Groups.Read);
        _cluster = MockBrokers.NewCluster(_owner, brokers);
        BootstrapServers = Marshal.PtrToStringUTF8(MockBrokers.Bootstraps(_cluster))!;

        // Without a controller, admin calls hang; with the usual delay, the first member of a group waits for 3 s.
        _ = MockBrokers.SetController(_cluster, 1);
        MockBrokers.SetInitialRebalanceDelay(_cluster, 0);
        Client = new(alias, Settings(), client => new EmbeddedAdministration(this, client)) { Timeout = Patience };
    }

    /// <summary>Gets the alias.</summary>
    public string Alias { get; }

    /// <summary>Gets the number of its brokers, whose ids begin at 1.</summary>
    public int Brokers { get; }

    /// <summary>Gets the addresses of its brokers.</summary>
    public string BootstrapServers { get; }

    /// <summary>Gets the way to it, which ends with the cluster.</summary>
    public ClusterClient Client { get; }

    internal EmbeddedGroups Groups { get; } = new();

    internal EmbeddedTopicSettings TopicSettings { get; } = new();

    /// <summary>Starts a cluster.</summary>
    /// <param name="alias">Alias.</param>
    /// <param name="brokers">Brokers, at least 1.</param>
    /// <exception cref="DllNotFoundException">The native Kafka library is not there for this kind of machine.</exception>
    public static EmbeddedCluster Start(string alias, int brokers = 1)
    {
        ArgumentNullException.ThrowIfNull(alias);
        ArgumentOutOfRangeException.ThrowIfLessThan(brokers, 1);
        return new(alias, brokers);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_cluster != nint.Zero)
        {
            Client.Dispose();
            MockBrokers.StopTracking(_cluster);
            MockBrokers.DestroyCluster(_cluster);
            MockBrokers.DestroyClient(_owner);
            MockLog.Forget(_owner);
            _cluster = nint.Zero;
        }
    }

    private static nint StartOwner(string alias)
    {
        Span<byte> error = stackalloc byte[512];
        nint configuration = MockBrokers.NewConfiguration();
        _ = MockBrokers.Set(configuration, "debug", "mock", error, (nuint)error.Length);
        unsafe
        {
            MockBrokers.SetLog(configuration, MockLog.Callback);
        }

        nint owner = MockBrokers.NewClient(Producer, configuration, error, (nuint)error.Length);
        return owner != nint.Zero ? owner : throw new InvalidOperationException($"The cluster '{alias}' did not start: {Encoding.UTF8.GetString(error).TrimEnd('\0')}");
    }

    // When members come or go, mock brokers wait for the session timeout less a second: 44 s with Kafka's default.
    private Dictionary<string, string> Settings() => new()
    {
        ["bootstrap.servers"] = BootstrapServers,
        ["topic.metadata.refresh.interval.ms"] = "1000",
        ["session.timeout.ms"] = "2000",
        ["heartbeat.interval.ms"] = "200",
    };

    private nint Handle()
    {
        ObjectDisposedException.ThrowIf(_cluster == nint.Zero, this);
        return _cluster;
    }

    private void Check(int code, string action)
    {
        if (code != 0)
        {
            throw new KafkaClusterException(Alias, action, new((ErrorCode)code));
        }
    }
}
