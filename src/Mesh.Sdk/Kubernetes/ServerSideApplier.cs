using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Applying;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>
/// Applies objects to one cluster by server-side apply. <see cref="FanOutApplier"/> applies to many. Safe for several sets at a time.
/// </summary>
/// <remarks>
/// <para>Planning lists each kind and namespace once, or gets objects one by one where a namespace holds far more than are wanted, and asks the
/// server, by a dry run, about objects that seem changed only. What it plans to create is not asked about, as its namespace or kind may be part of
/// the set.</para>
/// <para>CustomResourceDefinitions are established before anything else is written. With <see cref="ApplyOptions.ReadinessTimeout"/> the end of the work
/// waits until objects are ready by <see cref="Readiness"/>, and until what was deleted is gone.</para>
/// <para>Sets are ApplySets as kubectl knows them: a Secret says of which kinds and in which namespaces members are, before there are any.</para>
/// </remarks>
public sealed class ServerSideApplier : IResourceApplier
{
    private readonly KubernetesApiClient _client;

    /// <summary>Makes an applier.</summary>
    /// <param name="client">The cluster; stays open.</param>
    public ServerSideApplier(KubernetesApiClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
    }

    /// <summary>Gets the name of the cluster, for what is pruned when a set has no objects left that name it.</summary>
    /// <value><c>""</c> by default.</value>
    public string Cluster { get; init; } = "";

    /// <summary>Gets how lists and maps are compared when a plan shows what changes, such as <c>MergeSchemas.Known.With(customResourceDefinitions)</c>.</summary>
    /// <value>Kubernetes' own kinds by default. What is applied does not depend on it.</value>
    public MergeSchemas Schemas { get; init; } = MergeSchemas.Known;

    /// <summary>Gets when objects are ready.</summary>
    public ReadinessRules Readiness { get; init; } = ReadinessRules.Default;

    /// <summary>Gets what is told what was there before each change, which costs a request each.</summary>
    /// <value><see langword="null"/> by default: nothing is kept.</value>
    public ApplyJournal? Journal { get; init; }

    /// <summary>Gets whether all that was done is undone when an object fails or does not become ready in time.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool RollsBackOnFailure { get; init; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The objects are meant for several clusters.</exception>
    public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        return new ClusterPlanner(_client, Schemas, options, cancellationToken).PlanAsync(set, ClusterOf(set.Clusters), progress);
    }

    /// <summary>Tells how the live objects differ from a set, whoever changed them: what is missing, what is different and whose it is, what is left over.</summary>
    /// <param name="set">All objects that shall exist.</param>
    /// <param name="options">With a set that prunes, members that are left over are drift too.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>A plan that would undo the drift, with only the objects that differ; empty if there is none.</returns>
    public async Task<ApplyPlan> GetDriftAsync(ResourceSet set, ApplyOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ApplyOptions all = options with { Conflicts = ConflictPolicy.TakeOver, ForeignObjects = ForeignObjectPolicy.Adopt };
        ApplyPlan plan = await PlanAsync(set, all, null, cancellationToken).ConfigureAwait(false);
        return plan with { Objects = plan.Objects.Where(o => o.Action != ApplyAction.Unchanged).ToEquatableList() };
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The objects are meant for several clusters.</exception>
    public async Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ClusterOf(plan.Objects.Select(o => o.Key.Cluster).Distinct());
        ApplyJournal? journal = RollsBackOnFailure ? new() : Journal;
        ApplyResult result = await new ClusterWork(_client, Readiness, plan.Options, progress).ApplyAsync(plan, journal, cancellationToken).ConfigureAwait(false);
        return RollsBackOnFailure ? await FinishAsync(result, journal!, plan.Options).ConfigureAwait(false) : result;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The objects are meant for several clusters.</exception>
    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.PlanAndApplyAsync(this, set, options, progress, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>The Secret of a set goes with the last member.</remarks>
    /// <exception cref="ArgumentException">The objects are meant for several clusters.</exception>
    public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        ClusterOf(set.Clusters);
        return new ClusterWork(_client, Readiness, options, progress).DeleteAsync(set, Journal, cancellationToken);
    }

    /// <summary>Puts everything back as it was before the changes that a journal holds, and empties the journal.</summary>
    /// <param name="journal">The journal that was in use.</param>
    /// <param name="options">In whose name, as when applying.</param>
    /// <param name="cancellationToken">Ends the work early; the result has what was done.</param>
    /// <returns>
    /// One entry an object: <see cref="ApplyStatus.RolledBack"/>, unchanged if a change that failed had indeed done nothing, or failed with MESH4207.
    /// </returns>
    /// <remarks>
    /// What was created is deleted, unless somebody replaced it; what was deleted is created again; of what was changed, the fields that we owned get their
    /// values back, and so do fields that were taken from others, which stay ours.
    /// </remarks>
    public Task<ApplyResult> RollBackAsync(ApplyJournal journal, ApplyOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(options);
        return new Rollback(_client, options).RunAsync(journal.TakeAll(), cancellationToken);
    }

    private async Task<ApplyResult> FinishAsync(ApplyResult result, ApplyJournal journal, ApplyOptions options)
    {
        if (result.IsSuccess || result.WasCancelled)
        {
            Journal?.Append(journal);
            return result;
        }

        ApplyResult undone = await RollBackAsync(journal, options, CancellationToken.None).ConfigureAwait(false);
        Dictionary<ResourceKey, AppliedObject> byKey = undone.Objects.ToDictionary(o => o.Key);
        IEnumerable<Diagnostic> left = result.Failed.Select(o => byKey.GetValueOrDefault(o.Key)).Where(u => u?.Status == ApplyStatus.Failed).Select(u => u!.Reason!);
        return result with
        {
            Objects = result.Objects.Select(o => o.Status == ApplyStatus.Failed ? o : byKey.GetValueOrDefault(o.Key, o)).ToEquatableList(),
            Findings = result.Findings.Merge(new([.. left])),
        };
    }

    private string ClusterOf(IEnumerable<string> clusters)
    {
        string[] all = [.. clusters];
        return all.Length <= 1
            ? all.FirstOrDefault(Cluster)
            : throw new ArgumentException($"The objects are meant for several clusters: {string.Join(", ", all)}. Use a FanOutApplier.");
    }
}
