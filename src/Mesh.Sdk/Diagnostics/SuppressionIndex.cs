namespace Mesh.Sdk.Diagnostics;

/// <summary>Finds the decision about a finding without asking every one.</summary>
internal sealed class SuppressionIndex
{
    private readonly List<(DiagnosticSuppression Suppression, int Order)> _patterns = [];
    private readonly Dictionary<string, List<(DiagnosticSuppression Suppression, int Order)>> _byObject = new(StringComparer.Ordinal);

    public SuppressionIndex(IEnumerable<DiagnosticSuppression> suppressions)
    {
        int order = 0;
        foreach (DiagnosticSuppression suppression in suppressions)
        {
            ListFor(suppression.Object).Add((suppression, order++));
        }
    }

    /// <summary>Returns the reason of the first decision that covers a finding.</summary>
    public string? ReasonFor(Diagnostic diagnostic)
    {
        (DiagnosticSuppression Suppression, int Order)? named = diagnostic.Object is { } name && _byObject.TryGetValue(name, out var list)
            ? First(list, diagnostic)
            : null;
        (DiagnosticSuppression Suppression, int Order)? pattern = First(_patterns, diagnostic);
        return named is { } n && (pattern is null || n.Order < pattern.Value.Order) ? n.Suppression.Reason : pattern?.Suppression.Reason;
    }

    private static (DiagnosticSuppression Suppression, int Order)? First(List<(DiagnosticSuppression Suppression, int Order)> list, Diagnostic diagnostic)
    {
        int found = list.FindIndex(s => s.Suppression.Covers(diagnostic));
        return found < 0 ? null : list[found];
    }

    private List<(DiagnosticSuppression Suppression, int Order)> ListFor(string pattern)
    {
        if (pattern.Contains('*', StringComparison.Ordinal))
        {
            return _patterns;
        }

        if (!_byObject.TryGetValue(pattern, out var list))
        {
            _byObject.Add(pattern, list = []);
        }

        return list;
    }
}
