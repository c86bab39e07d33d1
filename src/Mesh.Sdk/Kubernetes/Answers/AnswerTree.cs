using System.Globalization;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Kubernetes.Answers;

/// <summary>Short questions about the tree of an answer.</summary>
internal static class AnswerTree
{
    /// <summary>Reads JSON; returns <see langword="null"/> if it is none.</summary>
    public static UntypedValue? TryParse(string text)
    {
        NodeDocument document = new(text, "answer", AnswerReader.Limits);
        JsonScanner scanner = new(text, document, new FieldNames());
        TextCursor cursor = new(0, 1, 0);
        try
        {
            return scanner.TryRead(ref cursor) && text.AsSpan(cursor.Position).IsWhiteSpace() ? document.Root.ReadUntyped() : null;
        }
        catch (ReadLimitException)
        {
            return null;
        }
    }

    public static string? Text(this UntypedValue tree, params ReadOnlySpan<string> path) => tree.Find(path)?.Text;

    public static bool Flag(this UntypedValue tree, params ReadOnlySpan<string> path) => tree.Find(path)?.Boolean ?? false;

    public static long? Number(this UntypedValue tree, params ReadOnlySpan<string> path) =>
        long.TryParse(tree.Find(path)?.Number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    public static EquatableList<UntypedValue> List(this UntypedValue tree, params ReadOnlySpan<string> path) => tree.Find(path)?.Items ?? default;

    public static EquatableList<string> Texts(this UntypedValue tree, params ReadOnlySpan<string> path) =>
        tree.List(path).Select(t => t.Text ?? "").ToEquatableList();
}
