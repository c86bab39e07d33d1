using Mesh.Sdk.Apply;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>
/// Keeps the parent of a set ahead of its members: before the first of them is written it says where they will be, and after the last of them is
/// pruned where they are.
/// </summary>
internal sealed class SetMembership(KubernetesApiClient client, ApplyPlan plan)
{
    private readonly AsyncLock _writing = new();
    private readonly SetParent? _parent = plan.Options.Set is { } set ? new(client, set) : null;
    private SetScope? _written;

    /// <summary>Has the parent cover all members, once; what it throws holds for every member.</summary>
    /// <param name="next">The object that is written next. The namespace that the parent lives in comes before it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task CoverAsync(ResourceKey next, CancellationToken cancellationToken)
    {
        bool isOwnNamespace = next is { Group: "", Kind: "Namespace" } && next.Name == plan.Options.Set?.Namespace;
        if (_parent is { } parent && _written is null && !isOwnNamespace)
        {
            await _writing.RunAsync(async () => _written ??= await CoverAsync(parent, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Has the parent tell where members are left, after all went well.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (_parent is not { } parent)
        {
            return;
        }

        _written ??= await CoverAsync(parent, cancellationToken).ConfigureAwait(false);
        SetScope left = plan.Options.Set!.Prunes ? await LeftAsync(_written, cancellationToken).ConfigureAwait(false) : _written;
        if (!left.IsSame(_written))
        {
            await parent.WriteAsync(left, cancellationToken).ConfigureAwait(false);
        }
    }

    // Of a kind that is not served nothing was pruned; its objects come back with it, wherever they are.
    private async Task<SetScope> LeftAsync(SetScope before, CancellationToken cancellationToken)
    {
        SetScope wanted = await WantedAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> absent = await new AbsentKinds(client).FindAsync(before, cancellationToken).ConfigureAwait(false);
        return absent.Count == 0 ? wanted : before with { Kinds = wanted.Kinds.Union(absent) };
    }

    private async Task<SetScope> CoverAsync(SetParent parent, CancellationToken cancellationToken)
    {
        SetScope? before = await parent.FindAsync(cancellationToken).ConfigureAwait(false);
        SetScope wanted = await WantedAsync(cancellationToken).ConfigureAwait(false);
        SetScope all = wanted.Union(before ?? SetScope.Empty);
        bool isNew = before is null && wanted.Kinds.Count > 0;
        if (isNew || (before is not null && !all.IsSame(before)))
        {
            await parent.WriteAsync(all, cancellationToken).ConfigureAwait(false);
        }

        return all;
    }

    private async Task<SetScope> WantedAsync(CancellationToken cancellationToken)
    {
        SetScope scope = SetScope.Of(plan.Objects.Where(o => o.Action is not (ApplyAction.Prune or ApplyAction.Refuse)).Select(o => o.Key));
        scope = scope with { Namespaces = scope.Namespaces.Add(plan.Options.Set!.Namespace) };
        foreach (ResourceKind kind in plan.Objects.Where(o => o.Key.Namespace.Length == 0 && o.Desired is not null).Select(o => client.Written(o.Desired!.Type)).Distinct())
        {
            if (await client.Discovery.FindAsync(kind, cancellationToken).ConfigureAwait(false) is { IsNamespaced: true })
            {
                return scope with { Namespaces = scope.Namespaces.Add(client.Options.Namespace) };
            }
        }

        return scope;
    }
}
