using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Looks for objects that go with a Namespace or a CustomResourceDefinition and would be missed.</summary>
/// <param name="client">The cluster.</param>
/// <param name="isLeaving">Tells of an object that it is not missed.</param>
internal sealed class LiveContent(KubernetesApiClient client, Func<IResource, bool> isLeaving)
{
    private readonly Dictionary<string, bool> _missedOwners = [];

    /// <summary>Returns the first objects that would be missed, one more than a finding names at most.</summary>
    public async Task<IReadOnlyList<ResourceKey>> FindAsync(IResource container, CancellationToken cancellationToken)
    {
        List<ResourceKey> missed = [];
        string? @namespace = DefinedKinds.IsDefinition(ResourceKey.Of(container)) ? null : container.Metadata.Name;
        foreach (ApiResource kind in await KindsAsync(container, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await AddAsync(missed, kind.Kind, @namespace, cancellationToken).ConfigureAwait(false);
            }
            catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.NotFound)
            {
                // Its definition was deleted meanwhile, and all objects with it.
            }

            if (missed.Count > ForeignContent.MostNames)
            {
                break;
            }
        }

        return missed;
    }

    private async Task AddAsync(List<ResourceKey> missed, ResourceKind kind, string? @namespace, CancellationToken cancellationToken)
    {
        await foreach (IResource live in client.ListAsync(kind, new() { Namespace = @namespace }, cancellationToken).ConfigureAwait(false))
        {
            if (await IsMissedAsync(live, cancellationToken).ConfigureAwait(false))
            {
                missed.Add(ResourceKey.Of(live));
            }

            if (missed.Count > ForeignContent.MostNames)
            {
                return;
            }
        }
    }

    // Of a namespace, the kinds that Kubernetes deletes with it: what can't be deleted, such as metrics, is no content. There may be new ones.
    private async Task<IEnumerable<ApiResource>> KindsAsync(IResource container, CancellationToken cancellationToken)
    {
        client.Discovery.Forget();
        IReadOnlyList<ApiResource> served = await client.Discovery.ListAsync(cancellationToken).ConfigureAwait(false);
        IEnumerable<ApiResource> kinds = DefinedKinds.IsDefinition(ResourceKey.Of(container))
            ? served.Where(k => (k.Kind.Group, k.Kind.Name) == DefinedKinds.Of(container))
            : served.Where(k => k.IsNamespaced && k.Verbs.Contains("delete") && ForeignContent.MayBe(k.Kind));
        return kinds.Where(k => k.Verbs.Contains("list")).DistinctBy(k => (k.Kind.Group, k.Kind.Name));
    }

    // What has owners goes with them, and stays with them.
    private async Task<bool> IsMissedAsync(IResource live, CancellationToken cancellationToken)
    {
        if (isLeaving(live) || !ForeignContent.IsMissed(live))
        {
            return false;
        }

        foreach (OwnerReference owner in live.Metadata.OwnerReferences.AsEnumerable())
        {
            if (await IsMissedAsync(owner, live.Metadata.Namespace ?? "", cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return live.Metadata.OwnerReferences.Count == 0;
    }

    private async Task<bool> IsMissedAsync(OwnerReference owner, string @namespace, CancellationToken cancellationToken)
    {
        if (!_missedOwners.TryGetValue(owner.Uid, out bool isMissed))
        {
            _missedOwners.Add(owner.Uid, false);
            IResource? live = await FindAsync(owner, @namespace, cancellationToken).ConfigureAwait(false);
            isMissed = live is not null && live.Metadata.Uid == owner.Uid && await IsMissedAsync(live, cancellationToken).ConfigureAwait(false);
            _missedOwners[owner.Uid] = isMissed;
        }

        return isMissed;
    }

    private async Task<IResource?> FindAsync(OwnerReference owner, string @namespace, CancellationToken cancellationToken)
    {
        (string group, string version) = ResourceKind.Split(owner.ApiVersion);
        try
        {
            return await client.FindAsync(new(group, version, owner.Kind, @namespace, owner.Name), cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownKindException)
        {
            return null;
        }
    }
}
