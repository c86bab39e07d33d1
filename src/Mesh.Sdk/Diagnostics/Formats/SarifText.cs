namespace Mesh.Sdk.Diagnostics.Formats;

/// <summary>Text as the message strings that SARIF wants, in which braces are placeholders and brackets before a parenthesis are links.</summary>
/// <remarks>Source: SARIF 2.1.0, 3.11.5 and 3.11.6.</remarks>
internal static class SarifText
{
    public static string Of(string text) => text
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "\\](", StringComparison.Ordinal);
}
