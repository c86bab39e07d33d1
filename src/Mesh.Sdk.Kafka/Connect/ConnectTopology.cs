using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Checks;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Connect clusters, connectors and data flows on Kafka clusters: what a user declares, checked. Immutable; compares by value, lists included.</summary>
public sealed record ConnectTopology
{
    /// <summary>Gets the Kafka clusters and flows as they were declared.</summary>
    public required ReplicationTopology Kafka { get; init; }

    /// <summary>Gets the Connect clusters in the order of their declaration.</summary>
    public EquatableList<ConnectCluster> Clusters { get; init; } = [];

    /// <summary>Gets the connectors that were declared by themselves.</summary>
    public EquatableList<ConnectorDefinition> Connectors { get; init; } = [];

    /// <summary>Gets the data flows.</summary>
    public EquatableList<DataFlow> DataFlows { get; init; } = [];

    /// <summary>Defines Connect clusters, connectors and data flows.</summary>
    /// <param name="kafka">The Kafka clusters and flows.</param>
    /// <param name="configure">Declares the rest.</param>
    /// <exception cref="MeshDefinitionException">The definition has errors; the exception carries all findings.</exception>
    public static ConnectTopology Define(ReplicationTopology kafka, Action<ConnectTopologyBuilder> configure)
    {
        DiagnosticReport report = TryDefine(kafka, configure, out ConnectTopology? topology);
        return topology ?? throw new MeshDefinitionException(report);
    }

    /// <summary>Defines Connect clusters, connectors and data flows and returns every finding, warnings included.</summary>
    /// <param name="kafka">The Kafka clusters and flows.</param>
    /// <param name="configure">Declares the rest.</param>
    /// <param name="topology">The topology; <see langword="null"/> if a finding is an error.</param>
    public static DiagnosticReport TryDefine(ReplicationTopology kafka, Action<ConnectTopologyBuilder> configure, out ConnectTopology? topology)
    {
        ArgumentNullException.ThrowIfNull(kafka);
        ArgumentNullException.ThrowIfNull(configure);
        ConnectTopologyBuilder builder = new();
        configure(builder);
        ConnectTopology built = builder.Build(kafka);
        DiagnosticReport report = built.Check();
        topology = report.HasErrors ? null : built;
        return report;
    }

    /// <summary>Checks names, references, presets and data flows, and the Kafka flows that follow; also for a topology that was changed through <c>with</c>.</summary>
    public DiagnosticReport Check() => ConnectChecks.Run(this);

    /// <summary>Returns the Connect cluster of a name; <see langword="null"/> if there is none.</summary>
    public ConnectCluster? FindCluster(string name) => Clusters.FirstOrDefault(c => c.Name == name);

    /// <summary>Returns all connectors, those of data flows included.</summary>
    public IReadOnlyList<ConnectorDefinition> AllConnectors() => [.. Connectors, .. DataFlows.SelectMany(flow => DataFlowPlan.Of(this, flow).Connectors)];

    /// <summary>Returns the Kafka clusters and flows with what data flows need mirrored.</summary>
    public ReplicationTopology Replication() => DataFlows.Aggregate(Kafka, (kafka, flow) => DataFlowPlan.Of(this, flow).Extend(kafka));

    /// <summary>Returns the settings of a connector, with references where secrets stand.</summary>
    /// <param name="connector">One of <see cref="AllConnectors"/>.</param>
    /// <exception cref="ArgumentException">Its Connect cluster, or that one's Kafka cluster, is not there.</exception>
    public EquatableMap<SettingValue> SettingsOf(ConnectorDefinition connector)
    {
        ArgumentNullException.ThrowIfNull(connector);
        return KafkaOf(connector.ConnectCluster) is { } kafka
            ? connector.Preset.Render(kafka)
            : throw new ArgumentException($"There is no Kafka cluster for the connector '{connector.Name}'.", nameof(connector));
    }

    /// <summary>Returns all connectors as a set for appliers, each for its Connect cluster.</summary>
    /// <param name="secrets">What looks secrets up on the workers; by default folders below <c>/etc/kafka/secrets</c>.</param>
    public ResourceSet ToResources(SecretProvider? secrets = null) => ResourceSet.From(
        from connector in AllConnectors()
        let config = SettingsOf(connector).ToList().Select(s => KeyValuePair.Create(s.Key, s.Value.Write((secrets ?? SecretProvider.Directories).Write)))
        select new ResourceEntry(
            new ConnectorResource { Metadata = new(connector.Name), Config = config.ToEquatableMap(), State = connector.State },
            connector.ConnectCluster));

    /// <summary>Returns the secrets that connectors refer to, each once, in ordinal order.</summary>
    public IReadOnlyList<SecretReference> Secrets() =>
    [
        .. AllConnectors().SelectMany(c => SettingsOf(c).Values).Select(v => v.Secret).OfType<SecretReference>().Distinct()
            .OrderBy(s => s.Secret, StringComparer.Ordinal).ThenBy(s => s.Key, StringComparer.Ordinal),
    ];

    internal ReplicationCluster? KafkaOf(string connectCluster) => FindCluster(connectCluster) is { } cluster ? Kafka.FindCluster(cluster.Kafka) : null;
}
