using System.Text.RegularExpressions;

namespace Mesh.Sdk.Resources.Reading;

/// <summary>Says whether a document that can't be read may be a Secret. If in doubt it is one, and its text is not shown.</summary>
internal static partial class SecretSuspicion
{
    public static bool MayBeSecret(ReadOnlySpan<char> text)
    {
        if (text.Contains("Secret", StringComparison.Ordinal) || SecretType().IsMatch(text))
        {
            return true;
        }

        // Without escapes the word itself would show if any of the kinds in JSON were Secret.
        bool isFlow = text.TrimStart(" \t\r\n") is ['{' or '[', ..];
        return isFlow ? text.Contains('\\') || !JsonKind().IsMatch(text) : !YamlKind().IsMatch(text);
    }

    // A kind at the left edge, plain or simply quoted, and no list of any objects.
    [GeneratedRegex("""^kind:[ \t]+(?<quote>["']?)(?![A-Za-z0-9]*List\b)[A-Za-z0-9]+\k<quote>[ \t]*\r?$""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex YamlKind();

    [GeneratedRegex("""["']?kind["']?\s*:\s*(?<quote>["']?)(?![A-Za-z0-9]*List\b)[A-Za-z0-9]+\k<quote>\s*[,}\r\n]""", RegexOptions.CultureInvariant)]
    private static partial Regex JsonKind();

    [GeneratedRegex("""type["']?\s*:\s*["']?(Opaque|[a-z.]*kubernetes\.io/)""", RegexOptions.CultureInvariant)]
    private static partial Regex SecretType();
}
