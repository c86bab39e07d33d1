using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Analysis;

/// <summary>Finds mistakes before the platform, or an outage, does.</summary>
public static class MeshAnalysis
{
    /// <summary>Looks for everything that istiod refuses or warns of, and for what it accepts but makes failover fail.</summary>
    /// <returns>Every finding. The same objects give the same report.</returns>
    public static DiagnosticReport Analyze(this ResourceSet resources) => resources.Analyze(AnalysisOptions.Default);

    /// <summary>Looks for everything that istiod refuses or warns of, and for what it accepts but makes failover fail.</summary>
    /// <param name="resources">The objects.</param>
    /// <param name="defaults">What the mesh config decides.</param>
    public static DiagnosticReport Analyze(this ResourceSet resources, MeshDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        return resources.Analyze(AnalysisOptions.Default with { Defaults = defaults });
    }

    /// <summary>Looks for everything that istiod refuses or warns of, and for what it accepts but makes failover fail.</summary>
    /// <param name="resources">The objects.</param>
    /// <param name="options">What the mesh config decides, and what is reported.</param>
    public static DiagnosticReport Analyze(this ResourceSet resources, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(options);
        return Reported(Find(resources, options), resources, options);
    }

    /// <summary>Looks at objects and the text they were read from; findings have positions there.</summary>
    /// <param name="read">The objects, their places and what is wrong with the text.</param>
    /// <param name="options">What the mesh config decides, and what is reported. The places of the text come before its own.</param>
    public static DiagnosticReport Analyze(this SourcedResources read, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(options);
        AnalysisOptions sourced = options with { Sources = options.Sources.Merge(read.Sources) };
        return Reported(read.Report.Merge(Find(read.Resources, sourced)), read.Resources, sourced);
    }

    /// <summary>Looks at objects and the text they were read from; findings have positions there.</summary>
    public static DiagnosticReport Analyze(this SourcedResources read) => read.Analyze(AnalysisOptions.Default);

    /// <summary>Looks at the definition and at the objects that are rendered from it.</summary>
    public static DiagnosticReport Analyze(this ServiceMesh mesh) => mesh.Analyze(AnalysisOptions.Default);

    /// <summary>Looks at the definition and at the objects that are rendered from it.</summary>
    /// <param name="mesh">The definition.</param>
    /// <param name="options">What the mesh config decides, and what is reported. The root namespace is the one of the definition.</param>
    public static DiagnosticReport Analyze(this ServiceMesh mesh, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return mesh.Analyze(mesh.Render(), options);
    }

    /// <summary>Looks at the definition and at all objects that will be applied, be they rendered from it or not.</summary>
    /// <param name="mesh">The definition.</param>
    /// <param name="resources">What its clusters get, such as <c>mesh.Render().Merge(others)</c>.</param>
    public static DiagnosticReport Analyze(this ServiceMesh mesh, ResourceSet resources) => mesh.Analyze(resources, AnalysisOptions.Default);

    /// <summary>Looks at the definition and at all objects that will be applied, be they rendered from it or not.</summary>
    /// <param name="mesh">The definition.</param>
    /// <param name="resources">What its clusters get, such as <c>mesh.Render().Merge(others)</c>.</param>
    /// <param name="options">What the mesh config decides, and what is reported. The root namespace is the one of the definition.</param>
    public static DiagnosticReport Analyze(this ServiceMesh mesh, ResourceSet resources, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(options);
        AnalysisOptions ofMesh = options with { Defaults = options.Defaults with { RootNamespace = mesh.IstioNamespace } };
        return Reported(mesh.Check().Merge(Find(resources, ofMesh, mesh)), resources, ofMesh);
    }

    /// <summary>Returns what each rule finds, also what a report leaves out since another finding says it.</summary>
    internal static IEnumerable<Diagnostic> AnalyzeEachRule(this ResourceSet resources, AnalysisOptions options) =>
        FindParts(resources, options).SelectMany(part => part);

    private static DiagnosticReport Find(ResourceSet resources, AnalysisOptions options, ServiceMesh? mesh = null) =>
        new(FirstWord.Of(FindParts(resources, options, mesh)));

    private static Diagnostic[][] FindParts(ResourceSet resources, AnalysisOptions options, ServiceMesh? mesh = null)
    {
        AnalysisContext context = new(resources, options.Defaults, options.Sources) { Mesh = mesh, SeesPlatform = mesh is null, TimeProvider = options.TimeProvider };
        return [.. Analyzers.ByWord.Append([.. options.Analyzers]).Select(part => Run(part, context))];
    }

    private static Diagnostic[] Run(IReadOnlyList<IAnalyzer> analyzers, AnalysisContext context)
    {
        int before = context.Sink.Count;
        foreach (IAnalyzer analyzer in analyzers)
        {
            analyzer.Analyze(context);
        }

        return [.. context.Sink.Diagnostics.Skip(before)];
    }

    private static DiagnosticReport Reported(DiagnosticReport report, ResourceSet resources, AnalysisOptions options) =>
        report
            .Suppress(options.Suppressions.Concat(SuppressionAnnotation.Of(resources)))
            .AtLeast(options.MinimumSeverity);
}
