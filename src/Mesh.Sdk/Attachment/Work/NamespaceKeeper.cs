using Mesh.Sdk.Apply;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>
/// Labels namespaces, which nearly always others made, and makes those that are missing. They belong to no set, so that a rendered mesh can own them too.
/// </summary>
internal sealed class NamespaceKeeper(string cluster, KubernetesApiClient client)
{
    /// <summary>Marks a namespace that attaching made.</summary>
    public const string Marker = "mesh.sdk/made-by";

    private static readonly KubernetesWriteOptions Write = new() { FieldManager = AttachLayout.FieldManager };

    /// <summary>Sees to it that namespaces are there and have their labels and annotations.</summary>
    public Task<ApplyResult> ApplyAsync(IEnumerable<Namespace> namespaces, CancellationToken cancellationToken) =>
        EachAsync(namespaces, n => ApplyAsync(n, cancellationToken));

    /// <summary>Takes labels and annotations away again, and deletes the namespaces that attaching made and in which nothing is left.</summary>
    public Task<ApplyResult> RemoveAsync(IEnumerable<Namespace> namespaces, CancellationToken cancellationToken) =>
        EachAsync(namespaces, n => RemoveAsync(n, cancellationToken));

    private async Task<ApplyResult> EachAsync(IEnumerable<Namespace> namespaces, Func<Namespace, Task<AppliedObject>> work)
    {
        List<AppliedObject> done = [];
        foreach (Namespace one in namespaces)
        {
            try
            {
                done.Add(await work(one).ConfigureAwait(false));
            }
            catch (KubernetesException e)
            {
                done.Add(new(KeyOf(one), ApplyStatus.Failed, ClusterDiagnostics.Explain(e, KeyOf(one))));
            }
        }

        return new() { Objects = done.ToEquatableList() };
    }

    private async Task<AppliedObject> ApplyAsync(Namespace wanted, CancellationToken cancellationToken)
    {
        IResource? live = await client.FindAsync(KeyOf(wanted), cancellationToken).ConfigureAwait(false);
        if (live is not null && Has(live.Metadata.Labels, wanted.Metadata.Labels) && Has(live.Metadata.Annotations, wanted.Metadata.Annotations))
        {
            return new(KeyOf(wanted), ApplyStatus.Unchanged);
        }

        bool isOurs = live is null || live.Metadata.Labels.ContainsKey(Marker);
        Namespace marked = isOurs ? new() { Metadata = wanted.Metadata with { Labels = wanted.Metadata.Labels.With(Marker, AttachLayout.FieldManager) } } : wanted;
        AppliedResource applied = await client.ApplyAsync(marked, Write, cancellationToken).ConfigureAwait(false);
        return new(KeyOf(wanted), applied.WasCreated ? ApplyStatus.Created : ApplyStatus.Changed);
    }

    private async Task<AppliedObject> RemoveAsync(Namespace named, CancellationToken cancellationToken)
    {
        ResourceKey key = KeyOf(named);
        IResource? live = await client.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (live is null || LiveObject.AppliedBy(AttachLayout.FieldManager, "v1", live) is null)
        {
            return new(key, ApplyStatus.Unchanged);
        }

        ResourceKey? content = null;
        if (live.Metadata.Labels.ContainsKey(Marker) && LiveObject.SetOf(live) is null)
        {
            IReadOnlyList<ResourceKey> missed = await new LiveContent(client, _ => false).FindAsync(live, cancellationToken).ConfigureAwait(false);
            content = missed.Count > 0 ? missed[0] : null;
            if (content is null)
            {
                await client.DeleteAsync(key, new() { Uid = live.Metadata.Uid }, cancellationToken).ConfigureAwait(false);
                return new(key, ApplyStatus.Deleted);
            }
        }

        await client.ApplyAsync(new Namespace { Metadata = new(key.Name) }, Write, cancellationToken).ConfigureAwait(false);
        return content is null
            ? new(key, ApplyStatus.Changed)
            : new(key, ApplyStatus.Skipped, ApplyChecks.About(key, AttachmentDiagnostics.NamespaceKept.At("", key.Name, content)));
    }

    private static bool Has(EquatableMap<string> live, EquatableMap<string> wanted) =>
        wanted.All(w => live.TryGetValue(w.Key, out string? value) && value == w.Value);

    private ResourceKey KeyOf(Namespace one) => ResourceKey.Of(one, cluster);
}
