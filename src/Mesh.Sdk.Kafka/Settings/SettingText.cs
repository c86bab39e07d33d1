using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Settings;

/// <summary>Values of settings as Kafka, which is Java, takes them apart.</summary>
internal static class SettingText
{
    private static readonly char[] Blanks = [' ', '\t', '\n', '\v', '\f', '\r'];

    /// <summary>Takes away what Java's <c>trim</c> does: blanks and control characters at both ends.</summary>
    public static string Trim(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Splits a list at its commas and takes surrounding blanks away. Nothing but blanks is an empty list.</summary>
    public static EquatableList<string> SplitList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string trimmed = Trim(text);
        string[] parts = trimmed.Length == 0 ? [] : trimmed.Split(',');
        return parts.Select((part, i) => Strip(part, i > 0, i < parts.Length - 1)).ToEquatableList();
    }

    // Kafka splits at '\s*,\s*', where only the blanks around commas go.
    private static string Strip(string part, bool atStart, bool atEnd)
    {
        part = atStart ? part.TrimStart(Blanks) : part;
        return atEnd ? part.TrimEnd(Blanks) : part;
    }
}
