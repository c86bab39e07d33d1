using System.Collections.Frozen;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>
/// Applies to many clusters, each by an applier of its own. A cluster that fails or hangs hides nothing of the others; objects for a cluster without
/// applier are refused, MESH4005.
/// </summary>
public sealed class FanOutApplier : IResourceApplier
{
    private readonly FrozenDictionary<string, IResourceApplier> _appliers;
    private readonly string[] _clusters;

    /// <summary>Makes an applier that works on all clusters at once.</summary>
    /// <param name="appliers">The applier of each cluster, by its name in the mesh.</param>
    /// <exception cref="ArgumentException">Two clusters have the same applier; it would prune the objects of one for the other.</exception>
    public FanOutApplier(IEnumerable<KeyValuePair<string, IResourceApplier>> appliers)
        : this(appliers, ErrorPolicy.Continue)
    {
    }

    /// <summary>Makes an applier.</summary>
    /// <param name="appliers">The applier of each cluster, by its name in the mesh.</param>
    /// <param name="onClusterError">
    /// <see cref="ErrorPolicy.Continue"/> works on all clusters at once; <see cref="ErrorPolicy.Stop"/> on one after the other, in the order given, and on
    /// none after one with failures.
    /// </param>
    /// <exception cref="ArgumentException">Two clusters have the same applier; it would prune the objects of one for the other.</exception>
    public FanOutApplier(IEnumerable<KeyValuePair<string, IResourceApplier>> appliers, ErrorPolicy onClusterError)
    {
        ArgumentNullException.ThrowIfNull(appliers);
        KeyValuePair<string, IResourceApplier>[] all = [.. appliers];
        if (all.DistinctBy(a => a.Value).Count() < all.Length)
        {
            throw new ArgumentException("Each cluster needs an applier of its own.", nameof(appliers));
        }

        _appliers = all.ToFrozenDictionary();
        _clusters = [.. all.Select(a => a.Key)];
        OnClusterError = onClusterError;
    }

    /// <summary>Gets what happens after a cluster has failed.</summary>
    public ErrorPolicy OnClusterError { get; }

    /// <inheritdoc/>
    public async Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ILookup<string, ResourceEntry> byCluster = set.ToLookup(e => e.Cluster);
        FanOutProgress? all = FanOutProgress.Of(progress, set.Count);
        ApplyPlan[] plans = await Task.WhenAll(_clusters.Select(c => PlanClusterAsync(c, ResourceSet.From(byCluster[c]), options, all, cancellationToken))).ConfigureAwait(false);
        IEnumerable<PlannedObject> homeless = byCluster
            .Where(c => !_appliers.ContainsKey(c.Key))
            .SelectMany(c => c.Select(e => PlannedObject.Refuse(e, NoApplier(e.Key, c.Count()))));
        return new()
        {
            Options = options,
            Objects = [.. plans.SelectMany(p => p.Objects), .. homeless],
            Findings = plans.Aggregate(DiagnosticReport.Empty, (report, plan) => report.Merge(plan.Findings)),
        };
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ILookup<string, PlannedObject> byCluster = plan.Objects.ToLookup(o => o.Key.Cluster);
        FanOutProgress? all = FanOutProgress.Of(progress, plan.Objects.Count);
        return RunAsync(
            [.. plan.Objects.Select(o => o.Key)],
            plan.Findings,
            c => _appliers[c].ApplyAsync(plan with { Objects = byCluster[c].ToEquatableList(), Findings = DiagnosticReport.Empty }, all, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ILookup<string, ResourceEntry> byCluster = set.ToLookup(e => e.Cluster);
        FanOutProgress? all = FanOutProgress.Of(progress, set.Count);
        return RunAsync(
            [.. set.Select(e => e.Key)],
            DiagnosticReport.Empty,
            c => _appliers[c].ApplyAsync(ResourceSet.From(byCluster[c]), options, all, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ILookup<string, ResourceEntry> byCluster = set.ToLookup(e => e.Cluster);
        FanOutProgress? all = FanOutProgress.Of(progress, set.Count);
        return RunAsync(
            [.. set.Select(e => e.Key)],
            DiagnosticReport.Empty,
            c => _appliers[c].DeleteAsync(ResourceSet.From(byCluster[c]), options, all, cancellationToken),
            cancellationToken);
    }

    private static Diagnostic Failure(Exception e, string cluster) =>
        ApplyDiagnostics.ApplierFailed.At("", e.GetType().Name, e.Message) with { Object = cluster };

    private async Task<ApplyPlan> PlanClusterAsync(string cluster, ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await _appliers[cluster].PlanAsync(set, options, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new()
            {
                Options = options,
                Objects = set.Select(entry => PlannedObject.Refuse(entry, Failure(e, cluster))).ToEquatableList(),
                Findings = new([Failure(e, cluster)]),
            };
        }
    }

    private async Task<ApplyResult> RunAsync(IReadOnlyList<ResourceKey> keys, DiagnosticReport findings, Func<string, Task<ApplyResult>> apply, CancellationToken cancellationToken)
    {
        ILookup<string, ResourceKey> byCluster = keys.ToLookup(k => k.Cluster);
        List<ApplyResult> results = [new() { Objects = Homeless(byCluster).ToEquatableList(), Findings = findings }];
        if (OnClusterError == ErrorPolicy.Continue)
        {
            results.AddRange(await Task.WhenAll(_clusters.Select(c => AttemptAsync(c, byCluster[c], apply, cancellationToken))).ConfigureAwait(false));
        }
        else
        {
            foreach (string cluster in _clusters)
            {
                bool isOver = cancellationToken.IsCancellationRequested || results.Exists(r => r.Failed.Any() || r.Findings.HasErrors);
                results.Add(isOver ? NotAttempted(byCluster[cluster], cancellationToken.IsCancellationRequested) : await AttemptAsync(cluster, byCluster[cluster], apply, cancellationToken).ConfigureAwait(false));
            }
        }

        return results.Skip(1).Append(results[0]).Aggregate((all, result) => all.Merge(result));
    }

    private IEnumerable<AppliedObject> Homeless(ILookup<string, ResourceKey> byCluster) => byCluster
        .Where(c => !_appliers.ContainsKey(c.Key))
        .SelectMany(c => c.Select(key => new AppliedObject(key, ApplyStatus.Failed, NoApplier(key, c.Count()))));

    private Diagnostic NoApplier(ResourceKey key, int count) =>
        ApplyChecks.About(key, ApplyDiagnostics.NoApplier.At("", key.Cluster, count, Suggestion.For(key.Cluster, _clusters)));

    private static ApplyResult NotAttempted(IEnumerable<ResourceKey> keys, bool wasCancelled) => new()
    {
        Objects = keys.Select(k => new AppliedObject(k, ApplyStatus.NotAttempted)).ToEquatableList(),
        WasCancelled = wasCancelled,
    };

    // What an applier throws is about its cluster only.
    private static async Task<ApplyResult> AttemptAsync(string cluster, IEnumerable<ResourceKey> keys, Func<string, Task<ApplyResult>> apply, CancellationToken cancellationToken)
    {
        try
        {
            return cancellationToken.IsCancellationRequested ? NotAttempted(keys, true) : await apply(cluster).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The contract has an applier report; of one that throws nobody knows how far it came.
            return new()
            {
                Objects = keys.Select(k => new AppliedObject(k, ApplyStatus.Failed, ApplyChecks.About(k, ApplyDiagnostics.Interrupted.At("", k)))).ToEquatableList(),
                WasCancelled = true,
            };
        }
#pragma warning disable CA1031 // A cluster must not hide what became of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new()
            {
                Objects = keys.Select(k => new AppliedObject(k, ApplyStatus.Failed, ApplyChecks.About(k, Failure(e, cluster)))).ToEquatableList(),
                Findings = new([Failure(e, cluster)]),
            };
        }
    }
}
