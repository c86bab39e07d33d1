using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>
/// What all appliers do alike: look at objects in order, work on them level by level and in parallel, stop, be cancelled, and report. An applier
/// that is built on it only says what happens to one object.
/// </summary>
public static class ApplySteps
{
    /// <summary>Makes a plan.</summary>
    /// <param name="set">All objects that shall exist.</param>
    /// <param name="options">How they will be applied.</param>
    /// <param name="decide">Tells what applying one object would do. Not asked about objects that <see cref="ApplyChecks"/> refuses.</param>
    /// <param name="pruned">Members of the set that exist and are not in it any more.</param>
    /// <param name="progress">Told of each object; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Checked between objects.</param>
    /// <exception cref="OperationCanceledException">The planning was cancelled.</exception>
    public static ApplyPlan Plan(ResourceSet set, ApplyOptions options, Func<ResourceEntry, PlannedObject> decide, IEnumerable<ResourceKey> pruned, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(decide);
        Dictionary<ResourceKey, string> versions = [];
        List<PlannedObject> planned = new(set.Count);
        foreach (ResourceEntry entry in ApplyOrder.ForApply(set, e => e.Key).SelectMany(level => level))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Diagnostic? wrong = ApplyChecks.Find(entry.Key) ?? FindOtherVersion(entry.Key, versions);
            planned.Add(wrong is null ? decide(entry) : PlannedObject.Refuse(entry, wrong));
            progress?.Report(new(entry.Key, ApplyEventKind.Planned) { Planned = planned[^1].Action, Completed = planned.Count, Total = set.Count });
        }

        planned.AddRange(ApplyOrder.ForDelete(pruned, k => k).SelectMany(level => level).Select(key => new PlannedObject { Key = key, Action = ApplyAction.Prune }));
        return new() { Options = options, Objects = planned.ToEquatableList() };
    }

    /// <summary>Works through a plan: levels one after the other, objects of a level in parallel, what is to be pruned last.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="step">
    /// Creates, changes or prunes one object. What it throws becomes a failed object. Not asked about objects that are unchanged, skipped or refused.
    /// </param>
    /// <param name="progress">Told what happens to each object, by several threads at once; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work after the objects that were begun.</param>
    public static Task<ApplyResult> ApplyAsync(ApplyPlan plan, Func<PlannedObject, CancellationToken, ValueTask<AppliedObject>> step, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(step);
        (PlannedObject Planned, int Index)[] all = [.. plan.Objects.Select((p, i) => (p, i))];
        var levels = ApplyOrder.ForApply(all.Where(p => p.Planned.Action != ApplyAction.Prune), p => p.Planned.Key)
            .Concat(ApplyOrder.ForApply(all.Where(p => p.Planned.Action == ApplyAction.Prune), p => p.Planned.Key).Reverse());
        ApplyRun run = new([.. plan.Objects.Select(p => p.Key)], plan.Options, progress, cancellationToken);
        return run.RunAsync(levels, p => p.Index, p => ApplyRun.Known(p.Planned), (p, token) => step(p.Planned, token), plan.Findings);
    }

    /// <summary>Deletes the objects of a set: levels in the reverse order, objects of a level in parallel.</summary>
    /// <param name="set">The objects.</param>
    /// <param name="options">How they are deleted.</param>
    /// <param name="step">Deletes one object. What it throws becomes a failed object.</param>
    /// <param name="progress">Told what happens to each object, by several threads at once; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work after the objects that were begun.</param>
    public static Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, Func<ResourceKey, CancellationToken, ValueTask<AppliedObject>> step, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(step);
        ResourceKey[] keys = [.. ApplyOrder.ForDelete(set, e => e.Key).SelectMany(level => level).Select(e => e.Key)];
        var levels = ApplyOrder.ForApply(keys.Select((key, i) => (Key: key, Index: i)), k => k.Key).Reverse();
        ApplyRun run = new(keys, options, progress, cancellationToken);
        return run.RunAsync(levels, k => k.Index, k => ApplyRun.Known(k.Key), (k, token) => step(k.Key, token), DiagnosticReport.Empty);
    }

    /// <summary>Plans a set and applies the plan. Where the planning is cancelled, nothing was attempted.</summary>
    public static async Task<ApplyResult> PlanAndApplyAsync(IResourceApplier applier, ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(applier);
        ArgumentNullException.ThrowIfNull(set);
        try
        {
            ApplyPlan plan = await applier.PlanAsync(set, options, null, cancellationToken).ConfigureAwait(false);
            return await applier.ApplyAsync(plan, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new()
            {
                Objects = set.Select(e => new AppliedObject(e.Key, ApplyStatus.NotAttempted)).ToEquatableList(),
                WasCancelled = true,
            };
        }
    }

    private static Diagnostic? FindOtherVersion(ResourceKey key, Dictionary<ResourceKey, string> versions)
    {
        ResourceKey identity = key with { Version = "" };
        return versions.TryAdd(identity, key.Version)
            ? null
            : ApplyChecks.About(key, ApplyDiagnostics.TwoVersions.At("apiVersion", key, versions[identity], key.Version));
    }
}
