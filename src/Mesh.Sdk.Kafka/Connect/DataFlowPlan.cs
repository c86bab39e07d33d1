using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Filters;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>What a data flow comes to: two connectors, and topics that a flow between Kafka clusters has to mirror.</summary>
internal sealed class DataFlowPlan
{
    private static readonly string Topics = ConnectorSettings.Topics.Name;

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

        return kafka.FindFlow(direction.Source, direction.Target) is { } declared
            ? kafka with { Flows = kafka.Flows.Select(f => f == declared ? Extend(declared) : f).ToEquatableList() }
            : kafka with { Flows = [.. kafka.Flows, Extend(new ReplicationFlow { Source = direction.Source, Target = direction.Target, Settings = [new(Topics, SettingValue.Of(""))] })] };
    }

    // Topics that the flow includes already need no pattern of their own; without patterns it includes all.
    private ReplicationFlow Extend(ReplicationFlow flow)
    {
        if (flow.TextOf(Topics) is not { } patterns)
        {
            return flow;
        }

        PatternList? included = PatternList.TryCreate(SettingText.SplitList(patterns), out _);
        IEnumerable<string> missing = _flow.Source.Topics().Where(topic => included?.Matches(topic) != true).Select(JavaPattern.Literal);
        string all = string.Join(',', [.. patterns.Length == 0 ? Array.Empty<string>() : [patterns], .. missing]);
        return flow with { Settings = flow.Settings.With(Topics, SettingValue.Of(all)) };
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
