using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>A plan for people.</summary>
internal static class PlanText
{
    public static string Of(FailoverPlan plan)
    {
        StringBuilder text = new();
        text.AppendLine(Invariant($"{Title(plan.Kind)} {plan.From} -> {plan.To}: {plan.Groups.Count} {(plan.Groups.Count == 1 ? "group" : "groups")}, {plan.Steps.Count} steps (plan {plan.Id}, {plan.CreatedAt:yyyy-MM-dd HH:mm:ss}Z)"));
        Section(text, "Can't be executed:", plan.Problems.Select(p => p.ToString()));
        Section(text, "Recovery point:", plan.Losses.Select(Loss));
        foreach (GroupMove group in plan.Groups)
        {
            Section(
                text,
                Invariant($"Group {group.Group} goes on in these partitions of {plan.To}, and reads at most {group.RepeatsAtMost} records again:"),
                group.Positions.Select(p => PositionText.Of(p, plan.From)));
        }

        Section(text, "Steps (D: records may be read twice, L: records may be lost):", plan.Steps.SelectMany(Step));
        Section(text, "Note:", plan.Notes);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length > 0)
        {
            text.AppendLine().AppendLine(title);
            foreach (string line in all)
            {
                text.Append("  ").AppendLine(line);
            }
        }
    }

    public static string Title(FailoverKind kind) => kind switch
    {
        FailoverKind.Planned => "Planned fail-over",
        FailoverKind.Unplanned => "Unplanned fail-over",
        _ => "Fail-back",
    };

    private static string Loss(PartitionLoss loss) => Invariant(
        $"{loss.Source}: {Behind(loss)}; {loss.Target} ends at {loss.TargetEnd}{(loss.LastRecordAt is { } at ? Invariant($", last record of {at:yyyy-MM-dd HH:mm:ss.fff}Z") : "")}");

    private static string Behind(PartitionLoss loss) => loss.RecordsBehind is { } behind
        ? Invariant($"{behind} records not known to be copied")
        : "what is not copied can't be known without the source";

    private static IEnumerable<string> Step(FailoverStep step)
    {
        yield return Invariant($"{step.Number,2}. {step.Text}");
        yield return $"    check: {step.Check}";
        if (step.Risk is { } risk)
        {
            yield return $"    risk:  {risk}";
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
