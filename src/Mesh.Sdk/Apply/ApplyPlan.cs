using System.Globalization;
using Mesh.Sdk.Apply.Formats;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>What applying a set would do, object by object. None of its texts shows a secret.</summary>
public sealed record ApplyPlan
{
    /// <summary>Gets the options it was made with, and will be applied with.</summary>
    public required ApplyOptions Options { get; init; }

    /// <summary>Gets one entry an object of the set, and one an object to prune, in the order in which they will be applied.</summary>
    public required EquatableList<PlannedObject> Objects { get; init; }

    /// <summary>Gets what was found that is about no object of the plan.</summary>
    public DiagnosticReport Findings { get; init; } = DiagnosticReport.Empty;

    /// <summary>Gets whether applying the plan would change anything.</summary>
    public bool HasChanges => Objects.Any(o => o.Action is ApplyAction.Create or ApplyAction.Change or ApplyAction.Prune);

    /// <summary>Gets the objects that can't be applied.</summary>
    public IEnumerable<PlannedObject> Refused => Objects.Where(o => o.Action == ApplyAction.Refuse);

    /// <summary>Gets the objects that something will happen to, in order.</summary>
    public IEnumerable<PlannedObject> Of(ApplyAction action) => Objects.Where(o => o.Action == action);

    /// <summary>Returns the plan as a text table for people: a row an object, those that stay as they are left out.</summary>
    public string ToTable() => PlanTable.Of(this);

    /// <summary>Returns the changes field by field, with <c>+</c>, <c>-</c>, <c>~</c> and <c>!</c> in front.</summary>
    public string ToDiff() => PlanDiff.Of(this);

    /// <summary>Returns the plan as indented JSON: <c>summary</c>, <c>objects</c> and <c>findings</c>.</summary>
    public string ToJson() => PlanJson.Of(this);

    /// <summary>Refuses some of the objects.</summary>
    internal ApplyPlan Refusing(IReadOnlyDictionary<ResourceKey, Diagnostic> reasons) => this with
    {
        Objects = Objects.Select(o => reasons.TryGetValue(o.Key, out Diagnostic? reason) ? o with { Action = ApplyAction.Refuse, Reason = reason } : o).ToEquatableList(),
    };

    /// <summary>Returns the numbers only.</summary>
    public override string ToString() => string.Join(
        ", ",
        Objects.CountBy(o => o.Action).OrderBy(c => c.Key).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {ApplyWords.Of(c.Key)}")));
}
