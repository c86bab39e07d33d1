namespace Mesh.Sdk.Apply.Formats;

/// <summary>A plan for people.</summary>
internal static class PlanTable
{
    private const int MostPaths = 3;

    public static string Of(ApplyPlan plan) => ObjectTable.Of(
        "ACTION",
        plan.Objects
            .Where(o => o.Action != ApplyAction.Unchanged)
            .Select(o => new ObjectTable.Row(ApplyWords.Of(o.Action), o.Key, Details(o), o.Reason)),
        plan.Findings,
        plan.Objects.Count == 0 ? "nothing to apply" : plan.ToString());

    private static string Details(PlannedObject planned)
    {
        string paths = string.Join(", ", planned.Fields.Take(MostPaths).Select(f => f.Path));
        return planned.Fields.Count > MostPaths ? $"{paths} and {planned.Fields.Count - MostPaths} more" : paths;
    }
}
