using System.Text.RegularExpressions;

namespace Mesh.Sdk.Tests.Diagnostics;

/// <summary>The page of a code, and the definitions it shows.</summary>
internal static partial class DiagnosticPage
{
    public static string Folder { get; } = Path.Combine(TestFolders.Repository(), "docs", "diagnostics");

    /// <summary>Gets the codes that have a page, in order.</summary>
    public static IEnumerable<string> Codes =>
        Directory.EnumerateFiles(Folder, "MESH*.md").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    /// <summary>Gets the YAML below a heading of a page; <see langword="null"/> if the definition is in another language.</summary>
    public static string? Yaml(string code, string heading) =>
        Block().Matches(File.ReadAllText(Path.Combine(Folder, $"{code}.md")))
            .SingleOrDefault(m => m.Groups["heading"].Value == heading)?.Groups["yaml"].Value;

    [GeneratedRegex("""^## (?<heading>\w+)\s+```yaml\n(?<yaml>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
