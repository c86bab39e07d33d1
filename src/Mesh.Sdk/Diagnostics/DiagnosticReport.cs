using System.Collections;
using Mesh.Sdk.Diagnostics.Formats;

namespace Mesh.Sdk.Diagnostics;

/// <summary>All findings of one check, ordered by position, object, path and code. Those that are suppressed are kept apart.</summary>
public sealed class DiagnosticReport : IReadOnlyList<Diagnostic>
{
    /// <summary>A report without findings.</summary>
    public static readonly DiagnosticReport Empty = new([]);

    private readonly Diagnostic[] _diagnostics;

    /// <summary>Orders findings into a report; equal findings are kept once.</summary>
    public DiagnosticReport(IEnumerable<Diagnostic> diagnostics)
        : this(Ordered(diagnostics, d => d), [])
    {
    }

    private DiagnosticReport(IEnumerable<Diagnostic> diagnostics, IEnumerable<SuppressedDiagnostic> suppressed)
    {
        _diagnostics = [.. diagnostics];
        Suppressed = [.. suppressed];
    }

    /// <summary>Gets the number of findings that are not suppressed.</summary>
    public int Count => _diagnostics.Length;

    /// <summary>Gets whether any finding is an error.</summary>
    public bool HasErrors => _diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Gets the findings that are errors.</summary>
    public IEnumerable<Diagnostic> Errors => _diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Gets the findings that someone decided to live with, in the same order.</summary>
    public IReadOnlyList<SuppressedDiagnostic> Suppressed { get; }

    /// <inheritdoc/>
    public Diagnostic this[int index] => _diagnostics[index];

    /// <summary>Returns the findings of both reports as one report.</summary>
    public DiagnosticReport Merge(DiagnosticReport other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Ordered(_diagnostics.Concat(other._diagnostics), d => d), Ordered(Suppressed.Concat(other.Suppressed), s => s.Diagnostic));
    }

    /// <summary>Returns the report with findings moved to <see cref="Suppressed"/>; the first decision that covers one gives its reason.</summary>
    public DiagnosticReport Suppress(IEnumerable<DiagnosticSuppression> suppressions)
    {
        SuppressionIndex index = new(suppressions);
        ILookup<string?, Diagnostic> byReason = _diagnostics.ToLookup(index.ReasonFor);
        IEnumerable<SuppressedDiagnostic> suppressed = byReason.Where(g => g.Key is not null).SelectMany(g => g.Select(d => new SuppressedDiagnostic(d, g.Key!)));
        return new(byReason[null], Ordered(Suppressed.Concat(suppressed), s => s.Diagnostic));
    }

    /// <summary>Returns the report without findings, suppressed ones included, that matter less.</summary>
    public DiagnosticReport AtLeast(DiagnosticSeverity severity) => new(
        _diagnostics.Where(d => d.Severity >= severity),
        Suppressed.Where(s => s.Diagnostic.Severity >= severity));

    /// <summary>Returns 1 if a finding matters as much as a threshold or more, else 0. Suppressed findings do not count.</summary>
    /// <param name="threshold">What fails a build; by default errors only.</param>
    public int ExitCode(DiagnosticSeverity threshold = DiagnosticSeverity.Error) => _diagnostics.Any(d => d.Severity >= threshold) ? 1 : 0;

    /// <summary>Returns the report as a text table for people, with a line of totals at the end.</summary>
    public string ToTable() => DiagnosticTable.Of(this);

    /// <summary>Returns the report as indented JSON: <c>summary</c>, <c>diagnostics</c> and <c>suppressed</c>.</summary>
    public string ToJson() => DiagnosticJson.Of(this);

    /// <summary>Returns the report as a SARIF 2.1.0 log, which code hosts and editors show at the place of each finding.</summary>
    /// <param name="pages">Address that the pages of the codes are published below, ending in <c>/</c>; without one the log links to none.</param>
    public string ToSarif(Uri? pages = null) => SarifLog.Of(this, pages);

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => ((IEnumerable<Diagnostic>)_diagnostics).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns one line per finding.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _diagnostics.Select(d => d.ToString()));

    private static IEnumerable<T> Ordered<T>(IEnumerable<T> findings, Func<T, Diagnostic> of) =>
        findings
            .Distinct()
            .OrderBy(d => of(d).Position?.Source, StringComparer.Ordinal)
            .ThenBy(d => of(d).Position?.Line)
            .ThenBy(d => of(d).Position?.Column)
            .ThenBy(d => of(d).Object, StringComparer.Ordinal)
            .ThenBy(d => of(d).Path, StringComparer.Ordinal)
            .ThenBy(d => of(d).Code, StringComparer.Ordinal)
            .ThenBy(d => of(d).Message, StringComparer.Ordinal);
}
