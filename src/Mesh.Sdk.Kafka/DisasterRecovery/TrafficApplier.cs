using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.DisasterRecovery;

/// <summary>Makes traffic move. Every call may be repeated.</summary>
internal sealed class TrafficApplier(IResourceApplier applier, ApplyOptions options)
{
    /// <summary>Tells what applying would do.</summary>
    public Task<ApplyPlan> PlanAsync(ResourceSet set, CancellationToken cancellationToken) => applier.PlanAsync(set, options, progress: null, cancellationToken);

    /// <summary>Checks that the mesh takes the policies, of now and not of when the plan was made.</summary>
    public async Task<(EquatableList<string> Problems, string Note)> CheckAsync(TrafficMove traffic, CancellationToken cancellationToken)
    {
        ApplyPlan plan = await PlanAsync(traffic.Apply, cancellationToken).ConfigureAwait(false);
        return (Refusals(plan), $"{plan}.");
    }

    /// <summary>Applies the policies and proves that they are there.</summary>
    public async Task<(EquatableList<string> Problems, string Note)> MoveAsync(TrafficMove traffic, CancellationToken cancellationToken)
    {
        ApplyResult result = await applier.ApplyAsync(traffic.Apply, options, progress: null, cancellationToken).ConfigureAwait(false);
        if (traffic.Delete.Count > 0)
        {
            result = result.Merge(await applier.DeleteAsync(traffic.Delete, options, progress: null, cancellationToken).ConfigureAwait(false));
        }

        cancellationToken.ThrowIfCancellationRequested();
        string[] undone = [.. result.Objects.Where(o => o.Status is ApplyStatus.Failed or ApplyStatus.NotAttempted or ApplyStatus.Skipped).Select(o => $"{o} {o.Reason?.Remedy}")];
        if (undone.Length > 0)
        {
            return ([.. undone], $"{result}.");
        }

        ApplyPlan again = await PlanAsync(traffic.Apply, cancellationToken).ConfigureAwait(false);
        return (again.HasChanges ? [$"Somebody else changes the same objects: {again}. Find out who, and execute the plan again."] : [], $"{result}.");
    }

    public static EquatableList<string> Refusals(ApplyPlan plan) =>
    [
        .. plan.Refused.Select(o => $"{o.Key} can't be applied: {o.Reason?.Message} {o.Reason?.Remedy}"),
        .. plan.Findings.Errors.Select(e => $"{e.Message} {e.Remedy}"),
    ];
}
