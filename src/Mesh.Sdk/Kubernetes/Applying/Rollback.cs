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
            JournalEntry? made = entry.IsOpen ? await FindMadeAsync(entry).ConfigureAwait(false) : entry;
            if (made is null)
            {
                return new(entry.Key, ApplyStatus.Unchanged);
            }

            string? problem = made.Before is { } before ? await RestoreAsync(before).ConfigureAwait(false) : await DeleteAsync(made).ConfigureAwait(false);
            return problem is null
                ? new(entry.Key, ApplyStatus.RolledBack)
                : new(entry.Key, ApplyStatus.Failed, ApplyChecks.About(entry.Key, ClusterDiagnostics.NotRolledBack.At("", entry.Key, problem)));
        }
        catch (KubernetesException e)
        {
            return new(entry.Key, ApplyStatus.Failed, ApplyChecks.About(entry.Key, ClusterDiagnostics.NotRolledBack.At("", entry.Key, e.Message)));
        }
    }

    // Finds out what a change whose answer was lost has done; null for nothing.
    private async Task<JournalEntry?> FindMadeAsync(JournalEntry open)
    {
        IResource? before = open.Before?.Unpack();
        return (before, await client.FindAsync(open.Key).ConfigureAwait(false)) switch
        {
            (null, null) => null,
            (null, { } live) => IsCreatedByUs(live) ? new(open.Key, live.Metadata.Uid, null) : null,
            ({ } old, null) => new(open.Key, null, BeforeImage.OfDeletion(old)),
            ({ } old, { } live) when old.Metadata.Uid == live.Metadata.Uid && old.Metadata.ResourceVersion == live.Metadata.ResourceVersion => null,
            ({ } old, { } live) => new(open.Key, null, BeforeImage.OfChange(old, live, options.FieldManager)),
        };
    }

    // Where what others created is not merged into, fields of ours are in what we created only.
    private bool IsCreatedByUs(IResource live)
    {
        EquatableList<string> managers = LiveObject.OwnershipOf(live, options.FieldManager).Managers;
        return managers.Contains(options.FieldManager) && (managers.Count == 1 || options.ForeignObjects != ForeignObjectPolicy.Adopt);
    }

    private async Task<string?> RestoreAsync(PackedObject before)
    {
        await client.ApplyAsync(before.Unpack(), new() { FieldManager = options.FieldManager, Force = true, FieldValidation = KubernetesFieldValidation.Ignore }).ConfigureAwait(false);
        return null;
    }

    // The one that was created, and no other that has its name by now, unless others have put something into it.
    private async Task<string?> DeleteAsync(JournalEntry entry)
    {
        if (await client.FindAsync(entry.Key).ConfigureAwait(false) is not { } live || live.Metadata.Uid != entry.Uid)
        {
            return null;
        }

        if (await new ContentGuard(client, options).FindAsync(entry.Key, live, CancellationToken.None).ConfigureAwait(false) is { } missed)
        {
            return missed.Message;
        }

        try
        {
            await client.DeleteAsync(entry.Key, new() { Uid = entry.Uid, Propagation = KubernetesPropagation.Background }).ConfigureAwait(false);
        }
        catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.Conflict)
        {
            // It is gone already.
        }

        return null;
    }
}
