using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Apply.Merging;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Writes and deletes the objects of one plan or set.</summary>
/// <param name="client">The cluster.</param>
/// <param name="options">How.</param>
/// <param name="defined">Kinds that come with the plan, as group and kind: the cluster may take a while to serve them.</param>
/// <param name="journal">Told what was there before; <see langword="null"/> for nobody.</param>
/// <param name="wait">Waits for definitions, and for what is deleted.</param>
internal sealed class ClusterRun(KubernetesApiClient client, ApplyOptions options, HashSet<(string, string)> defined, ApplyJournal? journal, ReadinessWait wait)
{
    private const int MostTries = 5;

    /// <summary>How long the cluster may take to serve a kind that was defined, unless the options give more.</summary>
    public static readonly TimeSpan DefinitionTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Gets the objects that were written, as the server answered.</summary>
    public ConcurrentDictionary<ResourceKey, IResource> Written { get; } = new();

    /// <summary>Does what the plan says to one object; what the cluster says against it is the result.</summary>
    public async ValueTask<AppliedObject> ApplyAsync(PlannedObject planned, CancellationToken cancellationToken)
    {
        ResourceKey key = planned.Key;
        try
        {
            return planned.Desired is { } desired
                ? await WriteAsync(planned, desired, cancellationToken).ConfigureAwait(false)
                : await RemoveAsync(key, ApplyStatus.Pruned, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException e) when (e.Conflicts.Count > 0)
        {
            Diagnostic conflict = ServerSidePlan.Conflict(key, e.Conflicts.Select(c => new FieldConflict(c.Field.TrimStart('.'), c.Manager)));
            return options.Conflicts == ConflictPolicy.Skip
                ? new(key, ApplyStatus.Skipped, conflict with { Severity = DiagnosticSeverity.Info })
                : new(key, ApplyStatus.Failed, conflict);
        }
        catch (ForeignSetException e)
        {
            return new(key, ApplyStatus.Failed, ApplyChecks.About(key, e.Finding));
        }
        catch (KubernetesException e)
        {
            return new(key, ApplyStatus.Failed, ClusterDiagnostics.Explain(e, key));
        }
    }

    /// <summary>Deletes one object, if it is ours or may be treated so.</summary>
    public async ValueTask<AppliedObject> DeleteAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await RemoveAsync(key, ApplyStatus.Deleted, cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownKindException)
        {
            return new(key, ApplyStatus.Unchanged);
        }
        catch (KubernetesException e)
        {
            return new(key, ApplyStatus.Failed, ClusterDiagnostics.Explain(e, key));
        }
    }

    private static bool IsLost(KubernetesException e) => e is KubernetesApiException { Reason: KubernetesErrorReason.Conflict, Conflicts.Count: 0 };

    private async Task<AppliedObject> WriteAsync(PlannedObject planned, IResource desired, CancellationToken cancellationToken)
    {
        ResourceKey key = planned.Key;
        UntypedResource body = DesiredObject.Of(desired, options.Set);
        IResource? before = journal is null ? null : await FindAsync(key, cancellationToken).ConfigureAwait(false);
        KubernetesWriteOptions how = new() { FieldManager = options.FieldManager, Force = options.Conflicts == ConflictPolicy.TakeOver };
        WrittenObject applied = await NotingAsync(key, before, InsistAsync(key, token => client.WriteAsync(body, how, token), cancellationToken)).ConfigureAwait(false);
        journal?.Add(before is null
            ? new(key, applied.Resource.Metadata.Uid, null)
            : new(key, null, BeforeImage.OfChange(before, applied.Resource, options.FieldManager)));
        bool wasCreated = applied.WasCreated || (planned.Action == ApplyAction.Create && IsOursAlone(applied.Resource));
        ApplyStatus status = wasCreated ? ApplyStatus.Created : ApplyStatus.Changed;
        if (DefinedKinds.IsDefinition(key))
        {
            var failures = await wait.UntilReadyAsync([key], cancellationToken).ConfigureAwait(false);
            if (failures.TryGetValue(key, out Diagnostic? failure))
            {
                return new(key, ApplyStatus.Failed, failure);
            }

            await UntilServedAsync(desired, cancellationToken).ConfigureAwait(false);
            return new(key, status);
        }

        if (options.ReadinessTimeout is not null)
        {
            Written[key] = applied.Resource;
        }

        return new(key, status);
    }

    private async Task<AppliedObject> RemoveAsync(ResourceKey key, ApplyStatus done, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            IResource? live = await client.FindAsync(key, cancellationToken).ConfigureAwait(false);
            if (live is null)
            {
                return new(key, ApplyStatus.Unchanged);
            }

            if (LiveObject.OwnershipOf(live, options.FieldManager).Keep(key, options) is { } kept)
            {
                return kept;
            }

            if (await new ContentGuard(client, options).FindAsync(key, live, cancellationToken).ConfigureAwait(false) is { } missed)
            {
                return new(key, ApplyStatus.Failed, missed);
            }

            try
            {
                // Exactly the object that was looked at: another of its name, or one that has another owner by now, stays.
                KubernetesDeleteOptions how = new() { Uid = live.Metadata.Uid, ResourceVersion = live.Metadata.ResourceVersion, Propagation = KubernetesPropagation.Background };
                await NotingAsync(key, live, client.DeleteAsync(key, how, cancellationToken)).ConfigureAwait(false);
            }
            catch (KubernetesException e) when (IsLost(e) && attempt < MostTries)
            {
                continue;
            }

            journal?.Add(new(key, null, BeforeImage.OfDeletion(live)));
            Diagnostic? left = options.ReadinessTimeout is null ? null : await wait.UntilGoneAsync(key, cancellationToken).ConfigureAwait(false);
            return left is null ? new(key, done) : new(key, ApplyStatus.Failed, left);
        }
    }

    // A change that fails may have been made all the same: the last answer says nothing of the ones that were lost before.
    private async Task<T> NotingAsync<T>(ResourceKey key, IResource? before, Task<T> change)
    {
        try
        {
            return await change.ConfigureAwait(false);
        }
        catch (Exception e) when (e is (KubernetesException and not UnknownKindException) or OperationCanceledException)
        {
            journal?.Add(JournalEntry.Open(key, before));
            throw;
        }
    }

    // Created by a request whose answer was lost, so that it was sent again.
    private bool IsOursAlone(IResource live) => LiveObject.OwnershipOf(live, options.FieldManager).Managers is [var only] && only == options.FieldManager;

    private async Task<IResource?> FindAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        try
        {
            return await client.FindAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownKindException) when (defined.Contains((key.Group, key.Kind)))
        {
            return null;
        }
    }

    // What is established is served in a moment, and what comes next is planned by what is served.
    private async Task UntilServedAsync(IResource definition, CancellationToken cancellationToken)
    {
        (string group, string kind) = DefinedKinds.Of(definition);
        try
        {
            await InsistAsync(new(group, "", kind, "", ""), token => client.Discovery.GetAsync(group, kind, token), cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownKindException)
        {
            // Its objects will say so.
        }
    }

    // A write that lost a race may win the next, and a kind that was just defined is served in a moment.
    private async Task<T> InsistAsync<T>(ResourceKey key, Func<CancellationToken, Task<T>> apply, CancellationToken cancellationToken)
    {
        TimeProvider time = client.Options.Time;
        DateTimeOffset end = time.GetUtcNow() + (options.ReadinessTimeout ?? DefinitionTimeout);
        Backoff backoff = client.NewBackoff();
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await apply(cancellationToken).ConfigureAwait(false);
            }
            catch (KubernetesException e) when ((IsLost(e) && attempt < MostTries) || (IsNotServedYet(e, key) && time.GetUtcNow() < end))
            {
                await Task.Delay(backoff.Next(), time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsNotServedYet(KubernetesException e, ResourceKey key) =>
        defined.Contains((key.Group, key.Kind)) && e is UnknownKindException or KubernetesApiException { Reason: KubernetesErrorReason.NotFound };
}
