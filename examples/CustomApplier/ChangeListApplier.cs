using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace CustomApplier;

/// <summary>
/// An applier as another tool would write it: for a release process in which people sign changes, it appends a line an object to a change list,
/// and remembers the last text of each object.
/// </summary>
public sealed class ChangeListApplier(TextWriter changes) : IResourceApplier
{
    private readonly Dictionary<ResourceKey, (IResource Resource, Ownership Ownership)> _known = [];
    private readonly Lock _gate = new();

    public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => ApplySteps.Plan(set, options, entry => Decide(entry, options), Pruned(set, options), progress, cancellationToken), cancellationToken);

    public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.ApplyAsync(plan, (planned, _) => ValueTask.FromResult(Apply(planned, plan.Options)), progress, cancellationToken);

    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.PlanAndApplyAsync(this, set, options, progress, cancellationToken);

    public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.DeleteAsync(set, options, (key, _) => ValueTask.FromResult(Delete(key, options, ApplyStatus.Deleted)), progress, cancellationToken);

    private PlannedObject Decide(ResourceEntry entry, ApplyOptions options) => _known.TryGetValue(entry.Key, out var known)
        ? PlannedObject.Compare(entry, known.Resource, known.Ownership, options)
        : PlannedObject.Compare(entry, null, Ownership.Of(options), options);

    private IEnumerable<ResourceKey> Pruned(ResourceSet set, ApplyOptions options) => options.Set is { Prunes: true } members
        ? _known.Where(k => k.Value.Ownership.Set == members.Id && !set.TryGet(k.Key, out _)).Select(k => k.Key)
        : [];

    private AppliedObject Apply(PlannedObject planned, ApplyOptions options)
    {
        if (planned.Desired is not { } resource)
        {
            return Delete(planned.Key, options, ApplyStatus.Pruned);
        }

        lock (_gate)
        {
            bool isNew = !_known.ContainsKey(planned.Key);
            _known[planned.Key] = (resource, Ownership.Of(options));
            changes.WriteLine($"{(isNew ? 'A' : 'M')} {planned.Key}");
            return new(planned.Key, isNew ? ApplyStatus.Created : ApplyStatus.Changed);
        }
    }

    private AppliedObject Delete(ResourceKey key, ApplyOptions options, ApplyStatus done)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(key, out var known))
            {
                return new(key, ApplyStatus.Unchanged);
            }

            if (known.Ownership.Keep(key, options) is { } kept)
            {
                return kept;
            }

            _known.Remove(key);
            changes.WriteLine($"D {key}");
            return new(key, done);
        }
    }
}
