namespace Mesh.Sdk.Conformance.Validation;

/// <summary>A rule that typed resources can't break: reading finds it.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Code">The code of the finding.</param>
/// <param name="PathEnd">How the place ends, such as <c>subsets[]</c> or <c>outlierDetection.interval</c>.</param>
internal sealed record ReadingRule(string RuleId, string Code, string PathEnd)
{
    public const string NullItem = "MESH0016";
    public const string NotADuration = "MESH0011";
    public const string NotAllowed = "MESH0013";

    /// <summary>Gets whether the rule allows the value all the same.</summary>
    public Func<string, bool> Allows { get; init; } = static _ => false;

    public static ReadingRule Null(string ruleId, string pathEnd) => new(ruleId, NullItem, pathEnd);

    public static ReadingRule Duration(string ruleId, string pathEnd) => new(ruleId, NotADuration, pathEnd);

    public bool IsFor(ReadingFinding finding) =>
        finding.Code == Code
        && (finding.Path == PathEnd || finding.Path.EndsWith("." + PathEnd, StringComparison.Ordinal))
        && !Allows(finding.Text ?? "");
}
