namespace Mesh.Sdk.Apply.Formats;

/// <summary>A result for people.</summary>
internal static class ResultTable
{
    public static string Of(ApplyResult result) => ObjectTable.Of(
        "STATUS",
        result.Objects
            .Where(o => o.Status != ApplyStatus.Unchanged)
            .Select(o => new ObjectTable.Row(ApplyWords.Of(o.Status), o.Key, "", o.Reason)),
        result.Findings,
        Totals(result));

    private static string Totals(ApplyResult result) =>
        (result.Objects.Count == 0 ? "nothing was applied" : result.ToString()) + (result.WasCancelled ? ", cancelled" : "");
}
