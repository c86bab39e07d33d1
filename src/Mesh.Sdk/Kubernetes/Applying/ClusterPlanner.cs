using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>
/// Plans a set: one list a kind and namespace, read page by page, and a dry run of each object that seems changed. Only what differs is kept. Where a
/// namespace holds far more objects than are wanted, they are read one by one instead.
/// </summary>
internal sealed class ClusterPlanner(KubernetesApiClient client, MergeSchemas schemas, ApplyOptions options, CancellationToken cancellationToken)
{
    private const int ListsAtOnce = 4;

    // A request costs about as much as ten objects of a list.
    private const int ListedForRequest = 10;

    private readonly ConcurrentDictionary<ResourceKey, PlannedObject> _planned = new();
    private readonly ConcurrentDictionary<ResourceKey, ResourceKey> _dropped = new();
    private readonly ConcurrentBag<Diagnostic> _findings = [];

    /// <summary>Makes the plan.</summary>
    /// <param name="set">All objects that shall exist.</param>
    /// <param name="cluster">Name of the cluster.</param>
    /// <param name="progress">Told of each object.</param>
    public async Task<ApplyPlan> PlanAsync(ResourceSet set, string cluster, IProgress<ApplyEvent>? progress)
    {
        WantedObjects wanted = new(client, _planned);
        await wanted.AddAsync(set, cancellationToken).ConfigureAwait(false);
        Diagnostic? wrong = await FindMembersAsync(wanted).ConfigureAwait(false);
        if (wrong is not null)
        {
            ApplyPlan refused = ApplySteps.Plan(set, options, e => PlannedObject.Refuse(e, ApplyChecks.About(e.Key, wrong)), [], progress, cancellationToken);
            return set.Count > 0 ? refused : refused with { Findings = new([wrong]) };
        }

        ParallelOptions lists = new() { MaxDegreeOfParallelism = ListsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(wanted.Scopes, lists, (s, _) => new ValueTask(PlanScopeAsync(s.Key, s.Value, cluster))).ConfigureAwait(false);
        IEnumerable<ResourceKey> dropped = _dropped.Where(d => !wanted.Identities.Contains(d.Key)).Select(d => d.Value).OrderBy(k => k.ToString(), StringComparer.Ordinal);
        ApplyPlan plan = ApplySteps.Plan(set, options, e => _planned[e.Key], dropped, progress, cancellationToken);
        plan = await new ContentGuard(client, options).CheckAsync(plan, wanted.Identities, cancellationToken).ConfigureAwait(false);
        return plan with { Findings = new([.. _findings]) };
    }

    // Where members may be that are not wanted any more.
    private async Task<Diagnostic?> FindMembersAsync(WantedObjects wanted)
    {
        if (options.Set is not { } set)
        {
            return null;
        }

        SetParent parent = new(client, set);
        try
        {
            SetScope? scope = await parent.FindAsync(cancellationToken).ConfigureAwait(false);
            foreach ((string group, string kind) in set.Prunes ? scope?.GroupKinds ?? [] : [])
            {
                await FindMembersAsync(wanted, group, kind, scope!).ConfigureAwait(false);
            }

            return null;
        }
        catch (ForeignSetException e)
        {
            return e.Finding;
        }
        catch (KubernetesException e)
        {
            return ClusterDiagnostics.Explain(e, parent.Key);
        }
    }

    private async Task FindMembersAsync(WantedObjects wanted, string group, string kind, SetScope scope)
    {
        try
        {
            ApiResource served = await client.Discovery.GetAsync(group, kind, cancellationToken).ConfigureAwait(false);
            wanted.AddMembers(served, scope.Namespaces);
        }
        catch (UnknownKindException)
        {
            _findings.Add(ClusterDiagnostics.NotPrunable.At("", group.Length == 0 ? kind : $"{kind}.{group}"));
        }
    }

    private async Task PlanScopeAsync(KindScope scope, Dictionary<string, ResourceEntry> wanted, string cluster)
    {
        Dictionary<string, ResourceEntry> open = new(wanted, StringComparer.Ordinal);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(ToAskAboutAsync(scope, open, cluster, cancellationToken), parallel, async (asked, _) =>
                _planned[asked.Entry.Key] = await AskAsync(scope, asked.Entry, asked.Live).ConfigureAwait(false)).ConfigureAwait(false);
            foreach (ResourceEntry entry in open.Values)
            {
                _planned[entry.Key] = Create(entry);
            }
        }
        catch (KubernetesException e)
        {
            foreach (ResourceEntry entry in wanted.Values)
            {
                _planned[entry.Key] = PlannedObject.Refuse(entry, ClusterDiagnostics.Explain(e, entry.Key));
            }

            if (wanted.Count == 0)
            {
                _findings.Add(ClusterDiagnostics.Explain(e, scope.KeyOf("*", cluster)));
            }
        }
    }

    private static PlannedObject Create(ResourceEntry entry) => new() { Key = entry.Key, Action = ApplyAction.Create, Desired = entry.Resource };

    // Objects that seem changed, and without a live one those that are looked for one by one. What is known not to exist stays open.
    private async IAsyncEnumerable<(ResourceEntry Entry, IResource? Live)> ToAskAboutAsync(KindScope scope, Dictionary<string, ResourceEntry> open, string cluster, [EnumeratorCancellation] CancellationToken token)
    {
        KubernetesListOptions which = scope.ListOptions with { LabelSelector = open.Count == 0 ? $"{Ownership.PartOf}={options.Set?.Id}" : null };
        await foreach (ResourcePage page in client.ListPagesAsync(scope.Kind, which, token).ConfigureAwait(false))
        {
            foreach (IResource live in page.Items)
            {
                string name = live.Metadata.Name ?? "";
                if (!open.Remove(name, out ResourceEntry? entry))
                {
                    NoteDropped(live, scope.KeyOf(name, cluster));
                }
                else if (Compare(entry, scope.Kind, live) is { } known)
                {
                    _planned[entry.Key] = known;
                }
                else
                {
                    yield return (entry, live);
                }
            }

            if (page.Remaining > (long)open.Count * ListedForRequest && options.Set is not { Prunes: true })
            {
                foreach (ResourceEntry entry in open.Values)
                {
                    yield return (entry, null);
                }

                open.Clear();
                yield break;
            }
        }
    }

    private void NoteDropped(IResource live, ResourceKey key)
    {
        if (options.Set is { Prunes: true } set && LiveObject.IsMember(live, set))
        {
            _dropped.TryAdd(key with { Version = "", Cluster = "" }, key);
        }
    }

    // Returns null for what the server has to be asked about. An object that says nothing beside its name is as it shall be, whosever it is:
    // the server keeps no owner of nothing.
    private PlannedObject? Compare(ResourceEntry entry, ResourceKind kind, IResource live)
    {
        PlannedObject unchanged = new() { Key = entry.Key, Action = ApplyAction.Unchanged, Desired = entry.Resource };
        UntypedFields wanted = AppliedFields.Of(DesiredObject.Of(entry.Resource, options.Set));
        if (wanted.Count == 0 && LiveObject.AppliedBy(options.FieldManager, kind.ApiVersion, live) is null)
        {
            return unchanged;
        }

        if (LiveObject.OwnershipOf(live, options.FieldManager).Plan(entry, options) is { } foreign)
        {
            return foreign;
        }

        bool isCurrent = LiveObject.AppliedBy(options.FieldManager, kind.ApiVersion, live) is { } owned
            && AppliedFields.AreCurrent(owned, wanted, AppliedFields.Of(live), schemas.For(entry.Key));
        return isCurrent ? unchanged : null;
    }

    private async Task<PlannedObject> AskAsync(KindScope scope, ResourceEntry entry, IResource? listed)
    {
        try
        {
            IResource? live = listed ?? await client.FindAsync(scope.KeyOf(entry.Key.Name, ""), cancellationToken).ConfigureAwait(false);
            return live is null ? Create(entry)
                : listed is null && Compare(entry, scope.Kind, live) is { } known ? known
                : await DryRunAsync(entry, live).ConfigureAwait(false);
        }
        catch (KubernetesException e)
        {
            return PlannedObject.Refuse(entry, ClusterDiagnostics.Explain(e, entry.Key));
        }
    }

    private async Task<PlannedObject> DryRunAsync(ResourceEntry entry, IResource live)
    {
        KubernetesWriteOptions dryRun = new() { FieldManager = options.FieldManager, DryRun = true, Force = true };
        AppliedResource applied = await client.ApplyAsync(DesiredObject.Of(entry.Resource, options.Set), dryRun, cancellationToken).ConfigureAwait(false);
        ManagedObject before = LiveObject.Read(live, options.FieldManager);
        ManagedObject after = LiveObject.Read(applied.Resource, options.FieldManager);
        MergeOutcome outcome = new(after, TakenFields.Between(before, after, options.FieldManager));
        return ServerSidePlan.Of(entry, before, outcome, options, schemas.For(entry.Key));
    }
}
