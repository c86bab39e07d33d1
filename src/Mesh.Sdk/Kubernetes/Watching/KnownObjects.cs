using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Watching;

/// <summary>The objects that a watch has told of, to tell after a gap what has changed in it.</summary>
internal sealed class KnownObjects(ResourceKind kind)
{
    private readonly Dictionary<(string? Namespace, string? Name), string?> _versions = [];

    /// <summary>Takes an event in.</summary>
    public void Note(KubernetesWatchEvent change)
    {
        if (change.Type == KubernetesWatchEventType.Deleted)
        {
            _versions.Remove(KeyOf(change.Resource.Metadata));
        }
        else
        {
            _versions[KeyOf(change.Resource.Metadata)] = change.Resource.Metadata.ResourceVersion;
        }
    }

    /// <summary>Returns what has happened to a listed object; <see langword="null"/> if nothing.</summary>
    public KubernetesWatchEvent? Compare(IResource listed) =>
        !_versions.TryGetValue(KeyOf(listed.Metadata), out string? version) ? new(KubernetesWatchEventType.Added, listed)
        : version != listed.Metadata.ResourceVersion ? new(KubernetesWatchEventType.Modified, listed)
        : null;

    /// <summary>Returns the deletion of each object that is not in a list.</summary>
    public IReadOnlyList<KubernetesWatchEvent> Missing(HashSet<(string? Namespace, string? Name)> listed) =>
    [
        .. _versions.Keys.Where(k => !listed.Contains(k)).Select(k => new KubernetesWatchEvent(
            KubernetesWatchEventType.Deleted,
            new UntypedResource { Type = kind, Metadata = new() { Name = k.Name, Namespace = k.Namespace } })),
    ];

    public static (string? Namespace, string? Name) KeyOf(ObjectMeta metadata) => (metadata.Namespace, metadata.Name);
}
