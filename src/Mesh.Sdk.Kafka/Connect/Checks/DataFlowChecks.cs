using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect.Presets;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Connect.Checks;

/// <summary>Whether what a data flow captures arrives and can be written.</summary>
internal static class DataFlowChecks
{
    public static IEnumerable<Diagnostic> Run(ConnectTopology topology, ReplicationTopology replication, DataFlow flow)
    {
        string path = $"dataFlows[{flow.Name}]";
        if (UnreadableRecords(flow.Source) is { } records)
        {
            yield return ConnectDiagnostics.UnreadableBySink.At(path, flow.Name, records);
        }

        if (DataFlowPlan.Of(topology, flow).Direction is not { } direction)
        {
            yield break;
        }

        ReplicationFlow mirror = replication.FindFlow(direction.Source, direction.Target)!;
        if (mirror.Policy() is null)
        {
            yield return ConnectDiagnostics.UnknownPolicy.At(path, flow.Name, direction);
            yield break;
        }

        foreach ((string topic, TopicOutcome outcome) in LeftOut(flow, mirror))
        {
            yield return ConnectDiagnostics.NotMirrored.At(path, flow.Name, direction, topic, outcome);
        }
    }

    private static string? UnreadableRecords(DatabaseSource source) => source switch
    {
        { Outbox: not null } => "events of an outbox",
        MongoDbSource => "documents",
        _ => null,
    };

    private static IEnumerable<(string Topic, TopicOutcome Outcome)> LeftOut(DataFlow flow, ReplicationFlow mirror)
    {
        TopicSelection? selection;
        try
        {
            selection = mirror.Selection();
        }
        catch (FormatException)
        {
            // The check of the flow reports the pattern.
            return [];
        }

        return selection is null
            ? []
            : flow.Source.Topics().Select(topic => (topic, selection.Decide(topic, mirror.Target))).Where(t => t.Item2 != TopicOutcome.Mirrored);
    }
}
