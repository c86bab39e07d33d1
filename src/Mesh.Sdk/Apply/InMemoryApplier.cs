using System.Collections.Immutable;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Reading;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Apply;

/// <summary>
/// Keeps objects in memory and merges them as the server-side apply of Kubernetes does: every field has the managers that applied it, a field
/// goes when the last of them leaves it out, and two that disagree are a conflict. For tests. Safe for several threads.
/// </summary>
/// <remarks>No object is defaulted, validated against a schema or acted on: there is no controller, and a namespace need not exist.</remarks>
public sealed class InMemoryApplier : IResourceApplier
{
    private readonly Lock _gate = new();
    private readonly MergeSchemas _schemas;
    private ImmutableDictionary<ResourceKey, (ResourceKind Type, ManagedObject Object)> _objects = ImmutableDictionary<ResourceKey, (ResourceKind, ManagedObject)>.Empty;

    /// <summary>Makes an empty cluster that knows how Kubernetes' own kinds are merged.</summary>
    public InMemoryApplier()
        : this(MergeSchemas.Known)
    {
    }

    /// <summary>Makes an empty cluster.</summary>
    /// <param name="schemas">How each kind is merged, such as <c>MergeSchemas.Known.With(customResourceDefinitions)</c>.</param>
    public InMemoryApplier(MergeSchemas schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        _schemas = schemas;
    }

    /// <summary>Gets the objects that exist, in the order of <see cref="ApplyOrder"/> and their keys, with the clusters that they were applied to.</summary>
    public ResourceSet Objects => ResourceSet.From(
        _objects
            .OrderBy(o => ApplyOrder.LevelOf(o.Key))
            .ThenBy(o => o.Key.ToString(), StringComparer.Ordinal)
            .Select(o => new ResourceEntry(Read(o.Value), o.Key.Cluster)));

    /// <summary>Gets the fields of an object that each manager owns, by the name of the manager; empty if there is no such object.</summary>
    public IReadOnlyDictionary<string, FieldSet> OwnersOf(ResourceKey key) => Find(key)?.Managers ?? ManagedObject.Nothing.Managers;

    /// <inheritdoc/>
    public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            ApplyPlan plan = ApplySteps.Plan(set, options, e => Decide(e, options).Planned, Pruned(set, options), progress, cancellationToken);
            ResourceKey[] wanted = [.. set.Select(e => e.Key)];
            return Task.FromResult(plan.Refusing(plan.Of(ApplyAction.Prune)
                .Select(p => (p.Key, Reason: Missed(p.Key, options, o => OwnershipOf(o).Set == options.Set!.Id, wanted)))
                .Where(p => p.Reason is not null)
                .ToDictionary(p => p.Key, p => p.Reason!)));
        }
        catch (OperationCanceledException)
        {
            return Task.FromCanceled<ApplyPlan>(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ApplySteps.ApplyAsync(plan, (planned, _) => ValueTask.FromResult(Apply(planned, plan.Options)), progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.PlanAndApplyAsync(this, set, options, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.DeleteAsync(set, options, (key, _) => ValueTask.FromResult(Delete(key, options, ApplyStatus.Deleted)), progress, cancellationToken);

    private static ResourceKey Identity(ResourceKey key) => key with { Version = "" };

    private static IResource Read((ResourceKind Type, ManagedObject Object) stored) => ResourceTree.Read(stored.Object.Tree, stored.Type, out _);

    private static Ownership OwnershipOf(ManagedObject live) => new(
        live.Tree.Fields["metadata"]?.Fields["labels"]?.Fields[Ownership.PartOf]?.Text,
        [.. live.Managers.Keys]);

    // What a controller made with the labels of a member goes with that.
    private static bool HasOwner(ManagedObject live) => live.Tree.Fields["metadata"]?.Fields["ownerReferences"] is { Items.Count: > 0 };

    private static UntypedValue Desired(IResource resource, ApplySet? set)
    {
        UntypedValue tree = ServerFields.Without(UntypedWriter.ToUntyped(resource));
        return set is null ? tree : tree.Put(["metadata", "labels", Ownership.PartOf], set.Id);
    }

    private ManagedObject? Find(ResourceKey key) => _objects.TryGetValue(Identity(key), out var found) ? found.Object : null;

    private IEnumerable<ResourceKey> Pruned(ResourceSet set, ApplyOptions options)
    {
        if (options.Set is not { Prunes: true })
        {
            return [];
        }

        HashSet<ResourceKey> wanted = [.. set.Select(e => Identity(e.Key))];
        return _objects
            .Where(o => !wanted.Contains(o.Key) && OwnershipOf(o.Value.Object).Set == options.Set.Id && !HasOwner(o.Value.Object))
            .Select(o => o.Key with { Version = o.Value.Type.Version })
            .OrderBy(k => k.ToString(), StringComparer.Ordinal);
    }

    // What would be missed with an object, apart from what leaves before it.
    private Diagnostic? Missed(ResourceKey key, ApplyOptions options, Func<ManagedObject, bool> isLeaving, IEnumerable<ResourceKey> wanted)
    {
        if (options.DeletesForeignContent || !ForeignContent.Has(key) || !_objects.TryGetValue(Identity(key), out var found))
        {
            return null;
        }

        IResource container = Read(found);
        var missed = _objects.Where(o => !isLeaving(o.Value.Object) && !HasOwner(o.Value.Object) && ForeignContent.IsMissed(Read(o.Value))).Select(o => o.Key);
        return ForeignContent.Keep(key, [.. missed.Union(wanted.Select(Identity)).Where(k => k.Cluster == key.Cluster && ForeignContent.IsIn(container, k)).OrderBy(k => k.ToString(), StringComparer.Ordinal).Take(ForeignContent.MostNames + 1)]);
    }

    private AppliedObject Apply(PlannedObject planned, ApplyOptions options)
    {
        if (planned.Desired is not { } resource)
        {
            return Delete(planned.Key, options, ApplyStatus.Pruned);
        }

        lock (_gate)
        {
            // The object may have changed since it was planned.
            (PlannedObject now, ManagedObject? after) = Decide(new(resource, planned.Key.Cluster), options);
            if (after is not null)
            {
                _objects = _objects.SetItem(Identity(planned.Key), (resource.Type, after));
            }

            return ApplyRun.Known(now) ?? new(now.Key, now.Action == ApplyAction.Create ? ApplyStatus.Created : ApplyStatus.Changed);
        }
    }

    private AppliedObject Delete(ResourceKey key, ApplyOptions options, ApplyStatus done)
    {
        lock (_gate)
        {
            if (Find(key) is not { } live)
            {
                return new(key, ApplyStatus.Unchanged);
            }

            if (OwnershipOf(live).Keep(key, options) is { } kept)
            {
                return kept;
            }

            if (Missed(key, options, _ => false, []) is { } missed)
            {
                return new(key, ApplyStatus.Failed, missed);
            }

            _objects = _objects.Remove(Identity(key));
            return new(key, done);
        }
    }

    private (PlannedObject Planned, ManagedObject? After) Decide(ResourceEntry entry, ApplyOptions options)
    {
        MergeSchema schema = _schemas.For(entry.Key);
        UntypedValue desired = Desired(entry.Resource, options.Set);
        if (Find(entry.Key) is not { } live)
        {
            ManagedObject created = ServerSideMerge.Apply(ManagedObject.Nothing, desired, options.FieldManager, schema).Object;
            return (new() { Key = entry.Key, Action = ApplyAction.Create, Desired = entry.Resource }, created);
        }

        if (OwnershipOf(live).Plan(entry, options) is { } foreign)
        {
            return (foreign, null);
        }

        MergeOutcome outcome = ServerSideMerge.Apply(live, desired, options.FieldManager, schema);
        PlannedObject planned = ServerSidePlan.Of(entry, live, outcome, options, schema);
        return (planned, planned.Action == ApplyAction.Change ? outcome.Object : null);
    }
}
