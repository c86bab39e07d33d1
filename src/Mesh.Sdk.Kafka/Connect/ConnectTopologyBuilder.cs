using Mesh.Sdk.Kafka.Connect.Presets;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Declares Connect clusters, connectors and data flows. Lives inside the lambda of <see cref="ConnectTopology.Define"/> and no longer.</summary>
public sealed class ConnectTopologyBuilder
{
    private readonly List<ConnectCluster> _clusters = [];
    private readonly List<ConnectorDefinition> _connectors = [];
    private readonly List<DataFlow> _flows = [];

    internal ConnectTopologyBuilder()
    {
    }

    /// <summary>Adds a Connect cluster.</summary>
    /// <param name="name">Name, also the group id of its workers.</param>
    /// <param name="kafka">Alias of the Kafka cluster that the workers are attached to.</param>
    /// <param name="configure">Says how it runs.</param>
    public ConnectTopologyBuilder AddConnectCluster(string name, string kafka, Action<ConnectClusterBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(kafka);
        ConnectClusterBuilder builder = new(name, kafka);
        configure?.Invoke(builder);
        _clusters.Add(builder.Build());
        return this;
    }

    /// <summary>Adds a connector.</summary>
    /// <param name="name">Name.</param>
    /// <param name="connectCluster">Connect cluster that runs it.</param>
    /// <param name="preset">What it does, such as a <see cref="PostgreSqlSource"/>.</param>
    /// <param name="state">State it shall have; <see langword="null"/> leaves the one it has, and a new one running.</param>
    public ConnectTopologyBuilder AddConnector(string name, string connectCluster, ConnectorPreset preset, ConnectState? state = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(connectCluster);
        ArgumentNullException.ThrowIfNull(preset);
        _connectors.Add(new() { Name = name, ConnectCluster = connectCluster, Preset = preset, State = state });
        return this;
    }

    /// <summary>
    /// Keeps tables of a database in another one: adds the source connector and the sink connector, and has the flow between their Kafka
    /// clusters mirror the topics, adding the flow if there is none.
    /// </summary>
    public ConnectTopologyBuilder AddDataFlow(DataFlow flow)
    {
        ArgumentNullException.ThrowIfNull(flow);
        _flows.Add(flow);
        return this;
    }

    internal ConnectTopology Build(ReplicationTopology kafka) => new()
    {
        Kafka = kafka,
        Clusters = _clusters.ToEquatableList(),
        Connectors = _connectors.ToEquatableList(),
        DataFlows = _flows.ToEquatableList(),
    };
}
