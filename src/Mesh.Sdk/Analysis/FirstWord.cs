using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis;

/// <summary>One mistake is told once: of several findings at one place, those that only follow from another are left out.</summary>
internal static class FirstWord
{
    private static readonly Dictionary<string, string[]> Covering = Analyzers.All
        .SelectMany(analyzer => analyzer.Rules)
        .Where(rule => rule.Covers is not null)
        .GroupBy(rule => rule.Covers!, rule => rule.Descriptor.Code, StringComparer.Ordinal)
        .ToDictionary(codes => codes.Key, codes => codes.ToArray(), StringComparer.Ordinal);

    /// <summary>Returns what is left of the findings of several parts.</summary>
    /// <param name="parts">What each part found. Where a part refuses a value, what later ones say of the same place follows from that.</param>
    public static IEnumerable<Diagnostic> Of(IReadOnlyList<IReadOnlyList<Diagnostic>> parts)
    {
        HashSet<(string? Object, string Path, string Code)> all = [.. parts.SelectMany(part => part).Select(d => (d.Object, d.Path, d.Code))];
        HashSet<(string? Object, string Path)> refused = [];
        List<Diagnostic> kept = [];
        foreach (IReadOnlyList<Diagnostic> part in parts)
        {
            List<Diagnostic> news = [.. part.Where(d => !Follows(d, refused) && !IsCovered(d, all))];
            kept.AddRange(news);
            refused.UnionWith(news.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => (d.Object, d.Path)));
        }

        return kept;
    }

    // Warnings that istioctl gives as well are looked for there, so they stay.
    private static bool Follows(Diagnostic finding, HashSet<(string? Object, string Path)> refused) =>
        (finding.Severity == DiagnosticSeverity.Error || finding.IstioCode is null) && refused.Contains((finding.Object, finding.Path));

    private static bool IsCovered(Diagnostic finding, HashSet<(string? Object, string Path, string Code)> all) =>
        Covering.TryGetValue(finding.Code, out string[]? codes)
        && codes.Any(code => all.Contains((finding.Object, finding.Path, code)));
}
