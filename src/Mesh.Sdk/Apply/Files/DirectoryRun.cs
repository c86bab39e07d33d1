using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Files;

/// <summary>One way through the files of a plan or set, with the inventory ahead of every file and the kustomizations never ahead of one.</summary>
internal sealed class DirectoryRun(ClusterTree tree, ApplyOptions options)
{
    private readonly Lock _gate = new();
    private Inventory _inventory = Inventory.Empty;
    private Exception? _failure;

    public async Task<ApplyResult> RunAsync(IEnumerable<ResourceKey> written, IEnumerable<ResourceKey> removed, Func<Task<ApplyResult>> work, CancellationToken cancellationToken)
    {
        ResourceKey[] all = [.. written, .. removed];
        if (all.Length == 0 || cancellationToken.IsCancellationRequested)
        {
            return await work().ConfigureAwait(false);
        }

        string[] clusters = [.. all.Select(k => k.Cluster).Distinct(StringComparer.Ordinal)];
        try
        {
            await BeginAsync(written, removed, clusters).ConfigureAwait(false);
        }
        catch (Exception e) when (DirectoryApplier.IsOfFiles(e))
        {
            // Every object that would need a file fails with it.
            _failure = e;
            return await work().ConfigureAwait(false);
        }

        ApplyResult result = await work().ConfigureAwait(false);
        try
        {
            await EndAsync(clusters).ConfigureAwait(false);
            return result;
        }
        catch (Exception e) when (DirectoryApplier.IsOfFiles(e))
        {
            return result with { Findings = result.Findings.Merge(new([ApplyDiagnostics.ApplierFailed.At(Inventory.FileName, e.GetType().Name, e.Message)])) };
        }
    }

    public async ValueTask<AppliedObject> ApplyAsync(PlannedObject planned)
    {
        ThrowIfFailed();
        if (planned.Desired is not { } resource)
        {
            return Remove(planned.Key, ApplyStatus.Pruned);
        }

        ResourceEntry entry = new(resource, planned.Key.Cluster);
        if (tree.Diff(entry) is not { Count: 0 })
        {
            await tree.WriteAsync(entry).ConfigureAwait(false);
        }

        Note(i => i.With(FileOf(planned.Key)));
        return new(planned.Key, planned.Action == ApplyAction.Create ? ApplyStatus.Created : ApplyStatus.Changed);
    }

    public AppliedObject Remove(ResourceKey key, ApplyStatus done)
    {
        ThrowIfFailed();
        string path = FileNames.PathOf(key);
        if (!tree.Exists(path))
        {
            Note(i => i.Without(path));
            return new(key, ApplyStatus.Unchanged);
        }

        Ownership ownership = _inventory.Files.GetValueOrDefault(path)?.Ownership ?? DirectoryApplier.Nobody;
        if (ownership.Keep(key, options) is { } kept)
        {
            return kept;
        }

        tree.Remove(key);
        Note(i => i.Without(path));
        return new(key, done);
    }

    private WrittenFile FileOf(ResourceKey key) => new(FileNames.PathOf(key), key, options.FieldManager, options.Set?.Id);

    private async Task BeginAsync(IEnumerable<ResourceKey> written, IEnumerable<ResourceKey> removed, string[] clusters)
    {
        Directory.CreateDirectory(tree.Folder);
        _inventory = await Inventory.ReadAsync(tree.Folder, CancellationToken.None).ConfigureAwait(false);
        tree.RemoveRemains(_inventory);
        Inventory ahead = written.Where(k => !_inventory.Files.ContainsKey(FileNames.PathOf(k))).Aggregate(_inventory, (i, k) => i.With(FileOf(k)));
        await ahead.WriteAsync(tree.Folder).ConfigureAwait(false);
        Inventory left = removed.Aggregate(_inventory, (i, k) => i.Without(FileNames.PathOf(k)));
        foreach (string cluster in clusters)
        {
            await Kustomization.WriteAsync(tree.Folder, cluster, left).ConfigureAwait(false);
        }
    }

    private async Task EndAsync(string[] clusters)
    {
        foreach (string cluster in clusters)
        {
            await Kustomization.WriteAsync(tree.Folder, cluster, _inventory).ConfigureAwait(false);
            tree.RemoveEmptyFolders(cluster);
        }

        await _inventory.WriteAsync(tree.Folder).ConfigureAwait(false);
    }

    private void ThrowIfFailed()
    {
        if (_failure is { } failure)
        {
            throw failure;
        }
    }

    private void Note(Func<Inventory, Inventory> change)
    {
        lock (_gate)
        {
            _inventory = change(_inventory);
        }
    }
}
