using System.Collections.Frozen;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Discovery;

/// <summary>All kinds that a cluster serves, by name.</summary>
internal sealed class ServedKinds(IReadOnlyList<ApiResource> all)
{
    private readonly FrozenDictionary<ResourceKind, ApiResource> _byKind =
        all.DistinctBy(r => r.Kind).ToFrozenDictionary(r => r.Kind);

    public IReadOnlyList<ApiResource> All => all;

    public ApiResource? Find(ResourceKind kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>Finds a kind in the version that stands first, which is the one the cluster prefers.</summary>
    public ApiResource? Preferred(string group, string kind) => all.FirstOrDefault(r => r.Kind.Group == group && r.Kind.Name == kind);
}
