using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis;

/// <summary>The annotation by which an object itself tells which findings to live with. Source: Istio, <c>istioctl analyze</c>.</summary>
internal static class SuppressionAnnotation
{
    private const string Name = "galley.istio.io/analyze-suppress";

    /// <summary>Returns the decisions that objects carry: codes, ours or Istio's, with commas between them.</summary>
    public static IEnumerable<DiagnosticSuppression> Of(ResourceSet resources) =>
        from entry in resources
        where entry.Resource.Metadata.Annotations.ContainsKey(Name)
        from code in entry.Resource.Metadata.Annotations[Name].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select new DiagnosticSuppression(code, entry.Key.ToString(), $"The object says so in its annotation {Name}.");
}
