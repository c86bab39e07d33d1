using System.Globalization;
using System.Text;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>A plan for people who execute it by hand, or watch it being executed.</summary>
internal sealed class Runbook
{
    private readonly StringBuilder _text = new();
    private readonly DisasterRecoveryPlan _plan;

    private Runbook(DisasterRecoveryPlan plan) => _plan = plan;

    public static string Of(DisasterRecoveryPlan plan)
    {
        Runbook book = new(plan);
        book.Write();
        return book._text.ToString();
    }

    private void Write()
    {
        FailoverPlan state = _plan.State;
        Line($"# {Title(state.Kind)} {state.From} to {state.To}");
        Section($"Plan {state.Id}, made {state.CreatedAt:yyyy-MM-dd HH:mm:ss}Z. {Order()}");
        Section($"Groups: {string.Join(", ", state.Groups.Select(g => g.Group))}. Services: {(_plan.Traffic is { } traffic ? string.Join(", ", traffic.Services) : "none")}.");
        List("Can't be executed", _plan.Problems);
        List("Know beforehand", _plan.Notes);
        WriteEstimate();
        WriteLosses();
        WriteSteps();
        WritePositions();
        WritePolicies();
        Section("## If a step fails");
        Section("Nothing is half-done: correct what its check names and execute the plan again with the same journal; it goes on there. "
            + "Until clients are switched, aborting undoes every step, the last one first; after that the way back is a fail-back.");
    }

    private string Order() => (_plan.Traffic, _plan.IsTrafficFirst) switch
    {
        (null, _) => "No traffic moves.",
        (_, true) => "Traffic first, then state.",
        _ => "State first, then traffic.",
    };

    private void WriteEstimate()
    {
        RecoveryEstimate estimate = _plan.Estimate;
        Section("## What to expect");
        Section("At most, from intervals alone; what a mirror is behind, and a backlog, come on top.");
        Line("");
        Line("| What | Time | From |");
        Line("|---|---|---|");
        Rows("Lost", estimate.Loss);
        Rows("Read again", estimate.Repetition);
        Rows("Takes", estimate.Duration);
        Line($"| **Recovery point** | **{Seconds(estimate.RecoveryPoint)}** | sum of what is lost |");
        Line($"| **Recovery time** | **{Seconds(estimate.RecoveryTime)}** | sum of what takes time |");
        if (estimate.Repetition.Count > 0)
        {
            Section($"Of each partition, up to {estimate.RepeatedRecords} records more are read again (`offset.lag.max`).");
        }
    }

    private void Rows(string kind, EquatableList<EstimateTerm> terms)
    {
        foreach (EstimateTerm term in terms)
        {
            Line($"| {kind}: {term.Name} | {Seconds(term.Time)} | {term.Formula} |");
        }
    }

    private void WriteLosses()
    {
        if (_plan.State.Losses.Count == 0)
        {
            return;
        }

        Section("## Recovery point, as measured");
        Line("");
        Line("| Partition | On the target | Last record | Records behind |");
        Line("|---|---|---|---|");
        foreach (PartitionLoss loss in _plan.State.Losses)
        {
            Line($"| {loss.Source} | {loss.Target}, {loss.TargetEnd} offsets | {(loss.LastRecordAt is { } at ? Invariant($"{at:yyyy-MM-dd HH:mm:ss}Z") : "none")} | {loss.RecordsBehind?.ToString(CultureInfo.InvariantCulture) ?? "not known"} |");
        }
    }

    private void WriteSteps()
    {
        Section("## Steps");
        foreach (DisasterRecoveryStep step in _plan.Steps)
        {
            Section($"{step.Number}. **{step.Part}: {step.Text}.**");
            Line($"   - Check: {step.Check}.");
            if (step.Risk is { } risk)
            {
                Line($"   - Risk: {risk}.");
            }
        }
    }

    private void WritePositions()
    {
        foreach (GroupMove group in _plan.State.Groups.Where(g => g.Positions.Count > 0))
        {
            Section($"## Positions of {group.Group}");
            Section(Invariant($"At most {group.RepeatsAtMost} records that are on {_plan.State.To} now are read again."));
            Line("");
            Line("| Partition | Before | From here | Because |");
            Line("|---|---|---|---|");
            foreach (PositionMove move in group.Positions)
            {
                Line($"| {move.Target} | {Offset(move.Before)} | {Offset(move.Position)} | {move.Decision}, {move.Basis}{(move.Ahead > 0 ? Invariant($", up to {move.Ahead} records ahead (L)") : "")} |");
            }

            Section("By hand, with the group stopped:");
            Block("sh", $"""
                cat > {group.Group}.csv <<EOF
                {string.Join("\n", group.Positions.Where(m => m.Position is not null).Select(m => Invariant($"{m.Target.Topic},{m.Target.Partition},{m.Position}")))}
                EOF
                kafka-consumer-groups.sh --bootstrap-server {string.Join(',', _plan.TargetBootstrapServers)} --group {group.Group} --reset-offsets --from-file {group.Group}.csv --execute
                """);
        }
    }

    private void WritePolicies()
    {
        if (_plan.Traffic is not { } traffic)
        {
            return;
        }

        Section("## Policies of the mesh");
        foreach (string cluster in traffic.Apply.Clusters)
        {
            Section($"On {cluster}, apply:");
            Block("yaml", traffic.Apply.ForCluster(cluster).ToYaml().TrimEnd());
        }

        foreach (ResourceEntry gone in traffic.Delete)
        {
            Section($"On {gone.Cluster}, delete {gone.Key with { Cluster = "" }}.");
        }
    }

    private void List(string title, EquatableList<string> lines)
    {
        if (lines.Count > 0)
        {
            Section($"## {title}");
            Line("");
            foreach (string line in lines)
            {
                Line($"- {line}");
            }
        }
    }

    private void Block(string language, string text) => Section($"```{language}\n{text}\n```");

    private void Section(FormattableString text) => Section(Invariant(text));

    private void Section(string text) => _text.Append('\n').Append(text).Append('\n');

    private void Line(FormattableString text) => Line(Invariant(text));

    private void Line(string text) => _text.Append(text).Append('\n');

    private static string Title(FailoverKind kind) => kind switch
    {
        FailoverKind.Planned => "Planned fail-over:",
        FailoverKind.Unplanned => "Unplanned fail-over:",
        _ => "Fail-back:",
    };

    private static string Seconds(TimeSpan time) => Invariant($"{time.TotalSeconds:0.###} s");

    private static string Offset(long? offset) => offset?.ToString(CultureInfo.InvariantCulture) ?? "none";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
