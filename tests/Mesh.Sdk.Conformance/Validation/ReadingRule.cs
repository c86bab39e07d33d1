namespace Mesh.Sdk.Conformance.Validation;

/// <summary>A rule that typed resources can't break: reading finds it.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Code">The code of the finding.</param>
/// <param name="PathEnd">How the place ends, such as <c>subsets[]</c> or <c>outlierDetection.interval</c>; <c>headers.*</c> for any entry of a map.</param>
internal sealed record ReadingRule(string RuleId, string Code, string PathEnd)
{
    public const string NullItem = "MESH0017";
    public const string NotADuration = "MESH0011";
    public const string NotAllowed = "MESH0013";
    private const string AnyEntry = ".*";

    /// <summary>Gets whether the rule allows the value all the same.</summary>
    public Func<string, bool> Allows { get; init; } = static _ => false;

    public static ReadingRule Null(string ruleId, string pathEnd) => new(ruleId, NullItem, pathEnd);

    public static ReadingRule Duration(string ruleId, string pathEnd) => new(ruleId, NotADuration, pathEnd);

    public bool IsFor(ReadingFinding finding) =>
        finding.Code == Code
        && (PathEnd.EndsWith(AnyEntry, StringComparison.Ordinal) ? IsEntryOf(finding.Path, PathEnd[..^AnyEntry.Length]) : IsEndOf(finding.Path, PathEnd))
        && !Allows(finding.Text ?? "");

    private static bool IsEntryOf(string path, string map) => path.LastIndexOf('.') is var end and > 0 && IsEndOf(path[..end], map);

    private static bool IsEndOf(string path, string end) => path == end || path.EndsWith("." + end, StringComparison.Ordinal);
}
