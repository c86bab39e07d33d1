namespace Mesh.Sdk.Apply.Formats;

/// <summary>The words of texts for people and programs.</summary>
internal static class ApplyWords
{
    public const string Hidden = "(hidden, changed)";

    public static string Of(ApplyAction action) => action switch
    {
        ApplyAction.Create => "create",
        ApplyAction.Change => "change",
        ApplyAction.Unchanged => "unchanged",
        ApplyAction.Prune => "prune",
        ApplyAction.Skip => "skip",
        _ => "refuse",
    };

    public static string Of(ApplyStatus status) => status switch
    {
        ApplyStatus.Created => "created",
        ApplyStatus.Changed => "changed",
        ApplyStatus.Unchanged => "unchanged",
        ApplyStatus.Pruned => "pruned",
        ApplyStatus.Deleted => "deleted",
        ApplyStatus.Skipped => "skipped",
        ApplyStatus.Failed => "failed",
        ApplyStatus.RolledBack => "rolled back",
        _ => "not attempted",
    };

    /// <summary>Returns a text without what could draw lines or move the cursor.</summary>
    public static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
