using Mesh.Sdk.Apply;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Keeps Namespaces and CustomResourceDefinitions with which objects of others would go.</summary>
internal sealed class ContentGuard(KubernetesApiClient client, ApplyOptions options)
{
    /// <summary>Refuses what is planned to be pruned and holds, or will hold, what is not pruned with it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="wanted">The objects that shall exist, by their places on the cluster.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    public async Task<ApplyPlan> CheckAsync(ApplyPlan plan, IReadOnlyCollection<ResourceKey> wanted, CancellationToken cancellationToken)
    {
        Dictionary<ResourceKey, Diagnostic> refused = [];
        foreach (PlannedObject pruned in plan.Of(ApplyAction.Prune).Where(p => !options.DeletesForeignContent && ForeignContent.Has(p.Key)))
        {
            if (await FindAsync(pruned.Key, wanted, cancellationToken).ConfigureAwait(false) is { } reason)
            {
                refused.Add(pruned.Key, reason);
            }
        }

        return refused.Count == 0 ? plan : plan.Refusing(refused);
    }

    /// <summary>Tells right before a deletion why it must not be; <see langword="null"/> if it may. All that shall go before is gone or ending by now.</summary>
    public async Task<Diagnostic?> FindAsync(ResourceKey key, IResource live, CancellationToken cancellationToken) =>
        options.DeletesForeignContent || !ForeignContent.Has(key)
            ? null
            : ForeignContent.Keep(key, await new LiveContent(client, IsParent).FindAsync(live, cancellationToken).ConfigureAwait(false));

    private async Task<Diagnostic?> FindAsync(ResourceKey key, IReadOnlyCollection<ResourceKey> wanted, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.FindAsync(key, cancellationToken).ConfigureAwait(false) is not { } live)
            {
                return null;
            }

            IReadOnlyList<ResourceKey> foreign = await new LiveContent(client, o => IsParent(o) || LiveObject.SetOf(o) == options.Set!.Id).FindAsync(live, cancellationToken).ConfigureAwait(false);
            return ForeignContent.Keep(key, [.. foreign.Select(k => k with { Version = "" }).Union(wanted.Where(w => ForeignContent.IsIn(live, w)))]);
        }
        catch (KubernetesException e)
        {
            return ClusterDiagnostics.Explain(e, key);
        }
    }

    // The Secret that stands for the set goes with its last member.
    private bool IsParent(IResource live) => options.Set is { } set && SetParent.IsOf(live, set);
}
