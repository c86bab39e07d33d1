using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Topology.Demo;

namespace Mesh.Sdk.Topology.Checks;

/// <summary>Places and services of the demo application, which only its builder knows.</summary>
internal static class DemoChecks
{
    public static void Run(
        string @namespace,
        IReadOnlyList<DemoPlacement> placements,
        IEnumerable<string> refined,
        IReadOnlyList<MeshCluster> clusters,
        List<Diagnostic> findings)
    {
        string path = $"demoApplications[{@namespace}]";
        if (placements.Count == 0)
        {
            findings.Add(DemoDiagnostics.NoCluster.At(path, @namespace));
        }

        string[] deployable = [DemoCatalog.Bombardier, .. DemoCatalog.Services];
        HashSet<string> known = [.. clusters.Select(c => c.Name)];
        HashSet<string> seen = [];
        foreach (DemoPlacement placement in placements)
        {
            string placementPath = $"{path}.on[{placement.Cluster}]";
            if (!known.Contains(placement.Cluster))
            {
                findings.Add(DemoDiagnostics.UnknownCluster.At(placementPath, @namespace, placement.Cluster, Suggestion.For(placement.Cluster, known)));
            }

            if (!seen.Add(placement.Cluster))
            {
                findings.Add(DemoDiagnostics.DuplicateCluster.At(placementPath, @namespace, placement.Cluster));
            }

            findings.AddRange(placement.Services.Where(s => !deployable.Contains(s)).Select(s => Unknown(placementPath, s, deployable)));
        }

        findings.AddRange(refined.Where(s => !DemoCatalog.Services.Contains(s)).Select(s => Unknown($"{path}.services[{s}]", s, DemoCatalog.Services)));
    }

    private static Diagnostic Unknown(string path, string service, IReadOnlyList<string> valid) =>
        DemoDiagnostics.UnknownService.At(path, service, Suggestion.For(service, valid), string.Join(", ", valid.Order(StringComparer.Ordinal)));
}
