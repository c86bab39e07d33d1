namespace Mesh.Sdk.Analysis;

/// <summary>
/// A part of the analysis: walks what it is about and puts it before its rules. Libraries of this SDK offer theirs, to be named in
/// <see cref="AnalysisOptions.Analyzers"/>.
/// </summary>
public interface IAnalyzer
{
    /// <summary>Gets every rule that may report, for the list of codes.</summary>
    internal IEnumerable<IRule> Rules { get; }

    /// <summary>Looks at the objects. Never throws, whatever is in them.</summary>
    internal void Analyze(AnalysisContext context);
}
