using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The service registries that Istio knows: its own, those of remote secrets, and the clusters of the objects.</summary>
internal sealed class RegistryNames(AnalysisContext context)
{
    private const string RemoteSecret = "istio/multiCluster";

    private readonly HashSet<string> _names =
    [
        "Mock",
        "Kubernetes",
        "External",
        .. context.Resources.Clusters,
        .. context.Each<Secret>()
            .Where(secret => secret.Resource.Metadata.Labels.TryGetValue(RemoteSecret, out string? value) && value == "true")
            .SelectMany(secret => secret.Resource.Data.Keys.Concat(secret.Resource.StringData.Keys)),
    ];

    public bool Contains(string name) => _names.Contains(name);
}
