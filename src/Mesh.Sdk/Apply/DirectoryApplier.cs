using Mesh.Sdk.Apply.Files;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>
/// Writes objects into a folder, a tree of YAML files and a <c>kustomization.yaml</c> a cluster, as GitOps tools want them. The same set gives the
/// same files with the same bytes; a file that would not change is not touched.
/// </summary>
/// <remarks>
/// <para>The file of an object is <c>cluster/namespace/kind.group/name.yaml</c>, <c>_</c> standing for no cluster or namespace and <c>_</c> with
/// four hexadecimal digits for each character that is not a lower-case letter, digit, <c>-</c> or <c>.</c>, and for dots at either end and the first
/// letter of names that Windows keeps for devices; very long names end in a hash.</para>
/// <para>Each file takes the place of the old one once it is complete. What was written is listed in <c>.mesh-sdk-inventory.json</c>, before
/// it is written; so a crash leaves files that are whole, old or new, a kustomization that names only files which exist, and nothing
/// that the next run does not know. Only listed files are ever removed. Others are reported, MESH4009, and left alone.</para>
/// <para>Below the folder no link is followed: an object whose file would be behind one fails.</para>
/// <para>Files of Secrets hold their values; a new one is readable by its owner only. One process at a time may apply to a folder.</para>
/// </remarks>
public sealed class DirectoryApplier : IResourceApplier
{
    internal static readonly Ownership Nobody = new(null, []);

    private readonly ClusterTree _tree;

    /// <summary>Makes an applier.</summary>
    /// <param name="folder">Holds the folders of the clusters; made when the first file is written.</param>
    public DirectoryApplier(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _tree = new ClusterTree(Path.GetFullPath(folder));
    }

    /// <inheritdoc/>
    public async Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            Inventory inventory = await Inventory.ReadAsync(_tree.Folder, cancellationToken).ConfigureAwait(false);
            ApplyPlan plan = ApplySteps.Plan(set, options, e => Decide(e, options, inventory), Pruned(set, options, inventory), progress, cancellationToken);
            return plan with { Findings = new(_tree.ForeignFiles(inventory).Select(f => ApplyDiagnostics.ForeignFile.At(f, f))) };
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return ApplySteps.Plan(set, options, entry => PlannedObject.Refuse(entry, Failure(entry.Key, e)), [], progress, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        DirectoryRun run = new(_tree, plan.Options);
        return await run.RunAsync(
            plan.Objects.Where(o => o.Action is ApplyAction.Create or ApplyAction.Change).Select(o => o.Key),
            plan.Of(ApplyAction.Prune).Select(o => o.Key),
            () => ApplySteps.ApplyAsync(plan, (planned, _) => run.ApplyAsync(planned), progress, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.PlanAndApplyAsync(this, set, options, progress, cancellationToken);

    /// <inheritdoc/>
    public async Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        DirectoryRun run = new(_tree, options);
        return await run.RunAsync(
            [],
            set.Select(e => e.Key),
            () => ApplySteps.DeleteAsync(set, options, (key, _) => ValueTask.FromResult(run.Remove(key, ApplyStatus.Deleted)), progress, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    internal static bool IsOfFiles(Exception e) => e is IOException or UnauthorizedAccessException or InvalidDataException;

    internal static Diagnostic Failure(ResourceKey key, Exception e) =>
        ApplyChecks.About(key, ApplyDiagnostics.ApplierFailed.At("", e.GetType().Name, e.Message));

    private IEnumerable<ResourceKey> Pruned(ResourceSet set, ApplyOptions options, Inventory inventory)
    {
        if (options.Set is not { Prunes: true })
        {
            return [];
        }

        HashSet<string> wanted = set.Select(e => FileNames.PathOf(e.Key)).ToHashSet(StringComparer.Ordinal);
        return inventory.Files.Values.Where(f => f.Set == options.Set.Id && !wanted.Contains(f.Path) && _tree.Exists(f.Path)).Select(f => f.Key);
    }

    private PlannedObject Decide(ResourceEntry entry, ApplyOptions options, Inventory inventory)
    {
        EquatableList<PlannedField>? fields;
        try
        {
            fields = _tree.Diff(entry);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return PlannedObject.Refuse(entry, Failure(entry.Key, e));
        }

        if (fields is null)
        {
            return new() { Key = entry.Key, Action = ApplyAction.Create, Desired = entry.Resource };
        }

        Ownership ownership = inventory.Files.GetValueOrDefault(FileNames.PathOf(entry.Key))?.Ownership ?? Nobody;
        return ownership.Plan(entry, options) ?? PlannedObject.Change(entry, fields.Value, ownership == Ownership.Of(options));
    }
}
