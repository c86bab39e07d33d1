namespace Mesh.Sdk.Analysis;

/// <summary>A part of the analysis: walks what it is about and puts it before its rules.</summary>
internal interface IAnalyzer
{
    /// <summary>Gets every rule that may report, for the list of codes.</summary>
    IEnumerable<IRule> Rules { get; }

    /// <summary>Looks at the objects. Never throws, whatever is in them.</summary>
    void Analyze(AnalysisContext context);
}
