using Mesh.Sdk.Kafka.Recovery.Topics;
using Mesh.Sdk.Kafka.Replication.Policies;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>The steps of a plan, in the order that is safe.</summary>
/// <param name="topics">The flow that groups follow.</param>
/// <param name="back">The flow against it; <see langword="null"/> if there is none.</param>
internal sealed class PlanSteps(FlowTopics topics, FlowTopics? back)
{
    private readonly List<FailoverStep> _steps = [];

    private bool KeepsNames => topics.Policy is IdentityReplicationPolicy;

    private string From => topics.Flow.Source;

    private string To => topics.Flow.Target;

    public EquatableList<FailoverStep> Planned(IEnumerable<string> groups)
    {
        AddCheck();
        AddDrain();
        AddStop(topics, isOptional: !KeepsNames);
        AddMoves(groups, "a record or position that is not covered stops the plan here: nothing is lost");
        return [.. _steps];
    }

    public EquatableList<FailoverStep> Unplanned(IEnumerable<string> groups)
    {
        AddCheck();
        Add(
            FailoverAction.Fence,
            From,
            $"Fence {From}: block its clients, so that it does not come back writing",
            $"no client can write to {From}",
            "L: without it, both clusters may be written to at the same time",
            isOptional: true);
        AddStop(topics, isOptional: !KeepsNames);
        AddMoves(groups, "every group has the positions that were translated for it", proved: "the positions of all groups");
        return [.. _steps];
    }

    public EquatableList<FailoverStep> InPlace(IEnumerable<string> groups)
    {
        AddCheck();
        if (back is not null)
        {
            AddResume(back, $"its tail arrives on {From}", "records of before the outage arrive late there: order across it is lost");
        }

        AddResume(topics, $"what was written to {From} arrives on {To}", null);
        AddDrain();
        AddMoves(groups, "a record or position that is not covered stops the plan here: nothing is lost");
        return [.. _steps];
    }

    public EquatableList<FailoverStep> Rebuild(IEnumerable<string> groups, IEnumerable<string> topicsToDelete)
    {
        string[] moved = [.. groups];
        AddStops();
        foreach (string group in moved)
        {
            Add(FailoverAction.DeleteGroup, group, $"Delete the group {group} on {To}", "it has no members and no positions there", "an old position would carry the group past unread records (L)");
        }

        foreach (string topic in topicsToDelete)
        {
            AddDelete(To, topic, "L: what only this topic has is gone");
        }

        AddMemory(topics);
        if (back is not null && KeepsNames)
        {
            AddMemory(back);
        }

        AddResume(topics, $"what {From} has arrives on {To}", null);
        AddDrainAndMove(moved);
        return [.. _steps];
    }

    public EquatableList<FailoverStep> FromDivergence(IEnumerable<string> groups)
    {
        AddStops();
        Add(
            FailoverAction.SeekMirror,
            topics.Flow.Direction.ToString(),
            $"Let {topics.Flow.Direction} begin where the clusters parted",
            "its positions are set while it is stopped",
            $"L for readers on {From}: what {To} had not copied before the outage stays on {To} only");
        AddResume(topics, $"what was written to {From} arrives on {To}", null);
        AddDrainAndMove(groups);
        return [.. _steps];
    }

    // The bulk is copied before producers are stopped.
    private void AddDrainAndMove(IEnumerable<string> groups)
    {
        AddAwaitReplication("L: switching earlier strands what is not copied");
        AddCheck();
        AddDrain();
        AddStop(topics, isOptional: !KeepsNames);
        AddMoves(groups, "a record or position that is not covered stops the plan here: nothing is lost");
    }

    private void AddCheck() => Add(
        FailoverAction.Check, To, $"Check that {To} is ready: clusters answer, remote topics have all partitions, groups may be moved", "no problem is found", "L later if a problem is passed over");

    private void AddDrain()
    {
        Add(FailoverAction.StopProducers, From, $"Stop producers on {From}", "the ends of its topics stand still", "L: what is written later is stranded there");
        Add(FailoverAction.DrainGroups, From, $"Let consumers on {From} read everything, commit and stop", "groups are empty there, without lag or with one that stays", null);
        AddAwaitReplication("L: going on earlier strands what is not copied");
        Add(FailoverAction.AwaitCheckpoints, topics.Flow.Direction.ToString(), $"Wait for checkpoints of {topics.Flow.Direction}", "they cover the position of each group in each partition", "D: going on earlier repeats records");
    }

    private void AddAwaitReplication(string risk) => Add(
        FailoverAction.AwaitReplication, topics.Flow.Direction.ToString(), $"Wait until {topics.Flow.Direction} has copied everything", "no record is behind in any partition", risk);

    private void AddMoves(IEnumerable<string> groups, string check, string proved = "everything")
    {
        Add(FailoverAction.Translate, To, $"Translate the positions of the groups to {To}", "each partition has a position", "D: records between the translated and the true position are read again");
        foreach (string group in groups)
        {
            Add(FailoverAction.Commit, group, $"Commit the positions of {group} on {To}", "the group has no members there, and is not set back unless the plan says so", null);
        }

        Add(FailoverAction.Verify, To, $"Prove that {To} has {proved}", check, null);
        Add(FailoverAction.Switch, To, $"Switch clients from {From} to {To}: consumers first, then producers", $"clients work on {To}", "D: as translated; producers that did not stop write on both sides", isOptional: true);
    }

    private void AddStops()
    {
        if (back is not null)
        {
            AddStop(back, isOptional: false);
        }

        AddStop(topics, isOptional: false);
    }

    private void AddStop(FlowTopics flow, bool isOptional) => Add(
        FailoverAction.StopMirror,
        flow.Flow.Direction.ToString(),
        $"Stop the source and checkpoint connectors of {flow.Flow.Direction}",
        "they are stopped, without tasks",
        flow.Policy is IdentityReplicationPolicy
            ? "L and D: with unchanged names, copies would land between new records"
            : "a late group offset sync may set a group back (D)",
        isOptional);

    private void AddResume(FlowTopics flow, string check, string? risk) =>
        Add(FailoverAction.ResumeMirror, flow.Flow.Direction.ToString(), $"Let {flow.Flow.Direction} run", check, risk, isOptional: true);

    // What MirrorMaker remembers of topics that were created again is about other records.
    private void AddMemory(FlowTopics flow)
    {
        const string Risk = "old checkpoints and offset syncs would translate to wrong records (L)";
        AddDelete(flow.Flow.Target, flow.Checkpoints, Risk);
        AddDelete(flow.OffsetSyncsCluster, flow.OffsetSyncs, Risk);
        string direction = flow.Flow.Direction.ToString();
        Add(FailoverAction.ResetMirror, direction, $"Delete the positions of {direction}", "it begins at the start when it runs again", "D: everything is copied again");
    }

    private void AddDelete(string cluster, string topic, string risk) =>
        Add(FailoverAction.DeleteTopic, topic, $"Delete the topic {topic} on {cluster}", "it is not there", risk, cluster: cluster);

    private void Add(FailoverAction action, string subject, string text, string check, string? risk, bool isOptional = false, string? cluster = null) => _steps.Add(new()
    {
        Number = _steps.Count + 1, Action = action, Subject = subject, Cluster = cluster, Text = text, Check = check, Risk = risk, IsOptional = isOptional,
    });
}
