using System.Globalization;
using Mesh.Sdk.Apply.Formats;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>What was done, object by object, whatever failed.</summary>
public sealed record ApplyResult
{
    /// <summary>Gets one entry an object, in the order of the plan.</summary>
    public required EquatableList<AppliedObject> Objects { get; init; }

    /// <summary>Gets what was found that is about no object of the result.</summary>
    public DiagnosticReport Findings { get; init; } = DiagnosticReport.Empty;

    /// <summary>Gets whether the work was cancelled before it was complete.</summary>
    public bool WasCancelled { get; init; }

    /// <summary>Gets whether every object was attempted and none failed.</summary>
    public bool IsSuccess => !WasCancelled && !Findings.HasErrors && Objects.All(o => o.Status is not (ApplyStatus.Failed or ApplyStatus.NotAttempted));

    /// <summary>Gets the objects that failed.</summary>
    public IEnumerable<AppliedObject> Failed => Of(ApplyStatus.Failed);

    /// <summary>Gets the objects of which one thing became, in order.</summary>
    public IEnumerable<AppliedObject> Of(ApplyStatus status) => Objects.Where(o => o.Status == status);

    /// <summary>Returns both results as one.</summary>
    public ApplyResult Merge(ApplyResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Objects = [.. Objects, .. other.Objects],
            Findings = Findings.Merge(other.Findings),
            WasCancelled = WasCancelled || other.WasCancelled,
        };
    }

    /// <summary>Returns the result as a text table for people: a row an object, those that stayed as they were left out.</summary>
    public string ToTable() => ResultTable.Of(this);

    /// <summary>Returns the result as indented JSON: <c>summary</c>, <c>objects</c> and <c>findings</c>.</summary>
    public string ToJson() => ResultJson.Of(this);

    /// <summary>Returns the numbers only.</summary>
    public override string ToString() => string.Join(
        ", ",
        Objects.CountBy(o => o.Status).OrderBy(c => c.Key).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} {ApplyWords.Of(c.Key)}")));
}
