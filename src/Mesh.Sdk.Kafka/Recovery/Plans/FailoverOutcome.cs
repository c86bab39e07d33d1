using System.Globalization;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>What became of a plan.</summary>
public sealed record FailoverOutcome
{
    /// <summary>Gets the plan.</summary>
    public required FailoverPlan Plan { get; init; }

    /// <summary>Gets the path of the journal.</summary>
    public required string Journal { get; init; }

    /// <summary>Gets how each step ended, in order.</summary>
    public EquatableList<StepOutcome> Steps { get; init; } = [];

    /// <summary>Gets the groups with the positions that were translated when the plan was executed; empty before that.</summary>
    public EquatableList<GroupMove> Groups { get; init; } = [];

    /// <summary>Gets the ends of the target's partitions when clients were about to go on there: from here on both clusters part.</summary>
    public EquatableList<PartitionEnd> Divergence { get; init; } = [];

    /// <summary>Gets whether all steps are done, or were left to the operator.</summary>
    public bool IsComplete => Steps.All(s => s.State is StepState.Done or StepState.LeftToOperator);

    /// <summary>Returns what was done and what was not.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private IEnumerable<string> Lines() =>
    [
        Invariant($"{PlanText.Title(Plan.Kind)} {Plan.From} -> {Plan.To}, plan {Plan.Id}: {Steps.Count(s => s.State is StepState.Done)} of {Steps.Count} steps done{ByOperator()}."),
        .. Steps.Select(step => step.ToString()),
        .. Groups.Select(g => Invariant($"{g.Group} reads at most {g.RepeatsAtMost} records again.")),
    ];

    private string ByOperator() => Steps.Count(s => s.State is StepState.LeftToOperator) is > 0 and int left ? Invariant($", {left} left to you") : "";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
