using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Undoes changes: first what was changed or deleted is put back in the order of applying, then what was created is deleted in the reverse.</summary>
internal sealed class Rollback(KubernetesApiClient client, ApplyOptions options)
{
    private readonly ConcurrentDictionary<ResourceKey, AppliedObject> _results = new();

    public async Task<ApplyResult> RunAsync(IReadOnlyList<JournalEntry> entries, CancellationToken cancellationToken)
    {
        var levels = ApplyOrder.ForApply(entries.Where(e => e.Before is not null), e => e.Key)
            .Concat(ApplyOrder.ForDelete(entries.Where(e => e.Before is null), e => e.Key));
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None };
        foreach (IReadOnlyList<JournalEntry> level in levels)
        {
            await Parallel.ForEachAsync(level, parallel, async (entry, _) =>
            {
                if (!cancellationToken.IsCancellationRequested)
                {
                    _results[entry.Key] = await UndoAsync(entry).ConfigureAwait(false);
                }
            }).ConfigureAwait(false);
        }

        return new()
        {
            Objects = entries.Select(e => _results.GetValueOrDefault(e.Key) ?? new(e.Key, ApplyStatus.NotAttempted)).ToEquatableList(),
            WasCancelled = _results.Count < entries.Count,
        };
    }

    private async Task<AppliedObject> UndoAsync(JournalEntry entry)
    {
        try
        {
            Task undoing = entry.Before is { } before ? RestoreAsync(before) : DeleteAsync(entry);
            await undoing.ConfigureAwait(false);
            return new(entry.Key, ApplyStatus.RolledBack);
        }
        catch (KubernetesException e)
        {
            return new(entry.Key, ApplyStatus.Failed, ApplyChecks.About(entry.Key, ClusterDiagnostics.NotRolledBack.At("", entry.Key, e.Message)));
        }
    }

    private Task<AppliedResource> RestoreAsync(PackedObject before) =>
        client.ApplyAsync(before.Unpack(), new() { FieldManager = options.FieldManager, Force = true, FieldValidation = KubernetesFieldValidation.Ignore });

    // The one that was created, and no other that has its name by now.
    private async Task DeleteAsync(JournalEntry entry)
    {
        try
        {
            await client.DeleteAsync(entry.Key, new() { Uid = entry.Uid, Propagation = KubernetesPropagation.Background }).ConfigureAwait(false);
        }
        catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.Conflict)
        {
            // It is gone already.
        }
    }
}
