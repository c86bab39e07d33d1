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
    public static DiagnosticReport Analyze(this ResourceSet resources) => resources.Analyze(MeshDefaults.Istio);

    /// <summary>Looks for everything that istiod refuses or warns of, and for what it accepts but makes failover fail.</summary>
    /// <param name="resources">The objects.</param>
    /// <param name="defaults">What the mesh config decides.</param>
    public static DiagnosticReport Analyze(this ResourceSet resources, MeshDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(defaults);
        return Analyze(new AnalysisContext(resources, defaults));
    }

    /// <summary>Looks at the definition and at the objects that are rendered from it.</summary>
    public static DiagnosticReport Analyze(this ServiceMesh mesh)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        MeshDefaults defaults = MeshDefaults.Istio with { RootNamespace = mesh.IstioNamespace };
        DiagnosticReport rendered = Analyze(new AnalysisContext(mesh.Render(), defaults) { SeesPlatform = false });
        return new DiagnosticReport(mesh.Check().Concat(rendered));
    }

    private static DiagnosticReport Analyze(AnalysisContext context)
    {
        foreach (IAnalyzer analyzer in Analyzers.All)
        {
            analyzer.Analyze(context);
        }

        return new DiagnosticReport(context.Sink.Diagnostics);
    }
}
