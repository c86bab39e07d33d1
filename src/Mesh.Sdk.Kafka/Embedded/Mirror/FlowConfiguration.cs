using System.Globalization;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.MirrorMaker.Properties;
using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Sync;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <summary>What a flow is told, as MirrorMaker in dedicated mode understands the property file of the topology.</summary>
internal sealed class FlowConfiguration
{
    private readonly IReadOnlyDictionary<string, string> _connector;
    private readonly IReadOnlyDictionary<string, string> _worker;

    /// <exception cref="ArgumentException">There is no such flow, or its policy is a class of its own.</exception>
    public FlowConfiguration(ReplicationTopology topology, SourceAndTarget direction)
    {
        Topics = FlowTopics.Of(topology, direction);
        DedicatedConfiguration file = new(PropertiesText.Read(topology.ToMirrorMakerProperties()).Select(p => KeyValuePair.Create(p.Name, p.Value)));
        _connector = file.ConnectorConfiguration(direction, MirrorConnector.Source);
        _worker = file.WorkerConfiguration(direction);
        Selection = Topics.Flow.Selection()!;
        Groups = Topics.Flow.GroupFilter();
        ConfigSync = new(KafkaFilters.ConfigProperties(_connector), _connector.GetValueOrDefault("use.defaults.from") == "source");
        Clients = new(_connector, _worker);
    }

    public FlowTopics Topics { get; }

    public SourceAndTarget Direction => Topics.Flow.Direction;

    public TopicSelection Selection { get; }

    public NameFilter Groups { get; }

    public TopicConfigSync ConfigSync { get; }

    public FlowClientSettings Clients { get; }

    public bool IsEnabled => IsOn("enabled");

    public bool EmitsOffsetSyncs => IsOn("emit.offset-syncs.enabled");

    public string ConnectorName => _connector["name"];

    public string PositionsTopic => _worker["offset.storage.topic"];

    public int PositionsPartitions => OfWorker("offset.storage.partitions");

    public int PositionsReplicationFactor => OfWorker("offset.storage.replication.factor");

    public TimeSpan FlushInterval => TimeSpan.FromMilliseconds(OfWorker("offset.flush.interval.ms"));

    public long OffsetLagMax => Number("offset.lag.max");

    public int TasksMax => (int)Number("tasks.max");

    /// <summary>Returns a number of the connectors.</summary>
    public long Number(string name) => long.Parse(Text(name), CultureInfo.InvariantCulture);

    /// <summary>Returns how often something is done; infinite if it is switched off.</summary>
    /// <param name="job">Start of the names of both settings, such as <c>refresh.topics</c>.</param>
    public TimeSpan Interval(string job) => IsOn($"{job}.enabled") ? TimeSpan.FromSeconds(Number($"{job}.interval.seconds")) : Timeout.InfiniteTimeSpan;

    private bool IsOn(string name) => SettingText.Trim(Text(name)).Equals("true", StringComparison.OrdinalIgnoreCase);

    private string Text(string name) => SettingText.Trim(_connector.GetValueOrDefault(name) ?? MirrorSettings.Find(name).First(s => s.Default is not null).Default!);

    private int OfWorker(string name) =>
        int.Parse(SettingText.Trim(_worker.GetValueOrDefault(name) ?? MirrorSettings.OfWorkers[name].Default!), CultureInfo.InvariantCulture);
}
