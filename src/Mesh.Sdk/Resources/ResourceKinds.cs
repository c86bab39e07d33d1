using System.Collections.Frozen;

namespace Mesh.Sdk.Resources;

/// <summary>The kinds that are read into typed resources. All others become <see cref="UntypedResource"/>.</summary>
public sealed class ResourceKinds
{
    /// <summary>No typed kinds at all.</summary>
    public static readonly ResourceKinds None = new([]);

    private readonly FrozenDictionary<(string ApiVersion, string Kind), ResourceKind> _kinds;

    /// <summary>Collects kinds; of two with the same group, version and name the later one counts.</summary>
    public ResourceKinds(IEnumerable<ResourceKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        Dictionary<(string, string), ResourceKind> byName = [];
        foreach (ResourceKind kind in kinds)
        {
            foreach (string version in kind.ReadableVersions)
            {
                byName[(kind.Group.Length == 0 ? version : $"{kind.Group}/{version}", kind.Name)] = kind;
            }
        }

        _kinds = byName.ToFrozenDictionary();
    }

    /// <summary>Gets the kinds, each once.</summary>
    public IEnumerable<ResourceKind> All => _kinds.Values.Distinct();

    /// <summary>Returns these kinds and others.</summary>
    public ResourceKinds With(ResourceKinds others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new ResourceKinds(All.Concat(others.All));
    }

    /// <summary>Finds the kind that reads a manifest's <c>apiVersion</c> and <c>kind</c>.</summary>
    public ResourceKind? Find(string apiVersion, string kind) => _kinds.GetValueOrDefault((apiVersion, kind));
}
