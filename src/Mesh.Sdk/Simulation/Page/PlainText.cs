using System.Globalization;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Texts without what a terminal or a reader would act on.</summary>
internal static class PlainText
{
    /// <summary>Returns a text with a question mark for each control, formatting or lone surrogate character.</summary>
    public static string Of(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune == System.Text.Rune.ReplacementChar
            ? "?"
            : rune.ToString()));
}
