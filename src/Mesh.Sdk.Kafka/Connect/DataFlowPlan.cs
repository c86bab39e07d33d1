using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>What a data flow comes to: two connectors, and topics that a flow between Kafka clusters has to mirror.</summary>
internal sealed class DataFlowPlan
{
    private readonly DataFlow _flow;
    private readonly ConnectTopology _topology;

    private DataFlowPlan(ConnectTopology topology, DataFlow flow) => (_topology, _flow) = (topology, flow);

    /// <summary>Gets the direction in which topics are mirrored; <see langword="null"/> if both ends use one Kafka cluster, or one is not there.</summary>
    public SourceAndTarget? Direction =>
        _topology.KafkaOf(_flow.From)?.Alias is { } source && _topology.KafkaOf(_flow.To)?.Alias is { } target && source != target
            ? new(source, target)
            : null;

    public IEnumerable<ConnectorDefinition> Connectors =>
    [
        new() { Name = $"{_flow.Name}-source", ConnectCluster = _flow.From, Preset = _flow.Source },
        new() { Name = $"{_flow.Name}-sink", ConnectCluster = _flow.To, Preset = Sink() },
    ];

    public static DataFlowPlan Of(ConnectTopology topology, DataFlow flow) => new(topology, flow);

    /// <summary>Returns the topology with a flow that mirrors the topics.</summary>
    public ReplicationTopology Extend(ReplicationTopology kafka)
    {
        if (Direction is not { } direction)
        {
            return kafka;
        }

        ReplicationFlow flow = kafka.FindFlow(direction.Source, direction.Target) ?? new() { Source = direction.Source, Target = direction.Target, Settings = [new("topics", SettingValue.Of(""))] };
        ReplicationFlow extended = Extend(flow);
        return kafka with
        {
            Flows = kafka.FindFlow(direction.Source, direction.Target) is null
                ? [.. kafka.Flows, extended]
                : kafka.Flows.Select(f => f == flow ? extended : f).ToEquatableList(),
        };
    }

    // Topics that the flow mirrors already need no pattern of their own; without patterns it mirrors all.
    private ReplicationFlow Extend(ReplicationFlow flow)
    {
        if (flow.TextOf(ConnectorSettings.Topics.Name) is not { } patterns)
        {
            return flow;
        }

        HashSet<string> known = [.. patterns.Split(',').Select(p => p.Trim())];
        IEnumerable<string> added = _flow.Source.Topics().Select(topic => JavaPattern.Literal(topic)).Where(pattern => !known.Contains(pattern));
        string all = string.Join(',', [.. patterns.Split(',', StringSplitOptions.RemoveEmptyEntries), .. added]);
        return flow with { Settings = flow.Settings.With(ConnectorSettings.Topics.Name, SettingValue.Of(all)) };
    }

    private Presets.JdbcSink Sink()
    {
        ReplicationPolicy? policy = Direction is { } direction ? PolicyOf(direction) : null;
        return _flow.Sink with
        {
            Topics = _flow.Source.Topics().Select(topic => policy?.FormatRemoteTopic(Direction!.Value.Source, topic) ?? topic).ToEquatableList(),
            TableNameFormat = _flow.Sink.TableNameFormat ?? "${source.table}",
        };
    }

    private ReplicationPolicy? PolicyOf(SourceAndTarget direction) =>
        (_topology.Kafka.FindFlow(direction.Source, direction.Target) ?? new() { Source = direction.Source, Target = direction.Target }).Policy();
}
