using System.Globalization;

namespace Mesh.Sdk.Conformance;

/// <summary>What a run found.</summary>
/// <param name="Results">The outcome of each case, in the order of files and cases.</param>
/// <param name="Skipped">Number of cases of each set that has no implementation.</param>
public sealed record ConformanceReport(IReadOnlyList<CaseResult> Results, IReadOnlyList<KeyValuePair<string, int>> Skipped)
{
    /// <summary>Gets whether a case failed.</summary>
    public bool HasFailures => Results.Any(result => result.Failure is not null);

    /// <summary>Writes failures, skipped sets and, as the last line, the counts.</summary>
    public void WriteTo(TextWriter output, bool isVerbose)
    {
        foreach (CaseResult result in Results)
        {
            Write(result, output, isVerbose);
        }

        foreach (IGrouping<string, CaseResult> set in isVerbose ? Results.GroupBy(result => result.Set) : [])
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"set {set.Key}: {set.Count(r => r.Failure is null)} of {set.Count()}"));
        }

        foreach ((string set, int cases) in Skipped)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SKIP {set}: the set is not known here ({cases} cases)"));
        }

        int failed = Results.Count(result => result.Failure is not null);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Results.Count - failed} passed, {failed} failed, {Skipped.Sum(set => set.Value)} skipped"));
    }

    private static void Write(CaseResult result, TextWriter output, bool isVerbose)
    {
        if (result.Failure is not null)
        {
            output.WriteLine($"FAIL {result.Id}: {result.Failure}");
            output.WriteLine($"  expected {result.Expected}");
            output.WriteLine($"  actual   {result.Actual}");
        }
        else if (isVerbose)
        {
            output.WriteLine($"PASS {result.Id}");
        }
    }
}
