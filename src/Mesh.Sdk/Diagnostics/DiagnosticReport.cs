using System.Collections;

namespace Mesh.Sdk.Diagnostics;

/// <summary>All findings of one check, ordered by position, object, path and code.</summary>
public sealed class DiagnosticReport : IReadOnlyList<Diagnostic>
{
    /// <summary>A report without findings.</summary>
    public static readonly DiagnosticReport Empty = new([]);

    private readonly Diagnostic[] _diagnostics;

    /// <summary>Orders findings into a report; equal findings are kept once.</summary>
    public DiagnosticReport(IEnumerable<Diagnostic> diagnostics) =>
        _diagnostics =
        [
            .. diagnostics
                .Distinct()
                .OrderBy(d => d.Position?.Source, StringComparer.Ordinal)
                .ThenBy(d => d.Position?.Line)
                .ThenBy(d => d.Position?.Column)
                .ThenBy(d => d.Object, StringComparer.Ordinal)
                .ThenBy(d => d.Path, StringComparer.Ordinal)
                .ThenBy(d => d.Code, StringComparer.Ordinal)
                .ThenBy(d => d.Message, StringComparer.Ordinal),
        ];

    /// <inheritdoc/>
    public int Count => _diagnostics.Length;

    /// <summary>Gets whether any finding is an error.</summary>
    public bool HasErrors => _diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Gets the findings that are errors.</summary>
    public IEnumerable<Diagnostic> Errors => _diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public Diagnostic this[int index] => _diagnostics[index];

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => ((IEnumerable<Diagnostic>)_diagnostics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns one line per finding.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _diagnostics.Select(d => d.ToString()));
}
