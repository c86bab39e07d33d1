using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Waits until objects are ready or gone, with one watch a kind and namespace.</summary>
/// <param name="client">The cluster.</param>
/// <param name="rules">What ready means.</param>
/// <param name="timeout">How long each object may take.</param>
/// <param name="tell">Told what is waited for, whenever that changes.</param>
internal sealed class ReadinessWait(KubernetesApiClient client, ReadinessRules rules, TimeSpan timeout, Action<ResourceKey, string> tell)
{
    private readonly ConcurrentDictionary<ResourceKey, Diagnostic> _failures = new();

    /// <summary>Waits for objects that were applied.</summary>
    /// <returns>Why some are not ready; nothing of the others.</returns>
    public async Task<IReadOnlyDictionary<ResourceKey, Diagnostic>> UntilReadyAsync(IEnumerable<ResourceKey> keys, CancellationToken cancellationToken)
    {
        await Task.WhenAll(keys
            .GroupBy(k => (new ResourceKind(k.Group, k.Version, k.Kind), k.Namespace))
            .Select(g => UntilReadyAsync(g.Key.Item1, g.Key.Namespace, [.. g], cancellationToken))).ConfigureAwait(false);
        return _failures;
    }

    /// <summary>Waits until an object that was deleted is gone.</summary>
    /// <returns>Why it is not; <see langword="null"/> if it is.</returns>
    public async Task<Diagnostic?> UntilGoneAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        Pending pending = new([key], tell);
        await WatchAsync(pending, async token =>
        {
            if (await client.FindAsync(key, token).ConfigureAwait(false) is not { Metadata.DeletionTimestamp: not null } ending)
            {
                pending.Close(key.Name);
                return;
            }

            pending.Tell(key.Name, Ending(ending));
            await foreach (KubernetesWatchEvent change in client.WatchAsync(ending, token).ConfigureAwait(false))
            {
                if (change.Type == KubernetesWatchEventType.Deleted)
                {
                    pending.Close(key.Name);
                    return;
                }

                pending.Tell(key.Name, Ending(change.Resource));
            }
        }, cancellationToken).ConfigureAwait(false);
        return _failures.GetValueOrDefault(key);
    }

    private static string Ending(IResource live) =>
        live.Metadata.Finalizers.Count > 0 ? $"it waits for {string.Join(", ", live.Metadata.Finalizers)}" : "it is being deleted";

    private async Task UntilReadyAsync(ResourceKind kind, string @namespace, ResourceKey[] keys, CancellationToken cancellationToken)
    {
        Pending pending = new(keys, tell);
        await WatchAsync(pending, async token =>
        {
            ApiResource served = await client.Discovery.GetAsync(client.Written(kind), token).ConfigureAwait(false);
            KubernetesListOptions all = KindScope.Of(served, @namespace, client.Options.Namespace).ListOptions;
            KubernetesListOptions which = all with { FieldSelector = keys.Length == 1 ? $"metadata.name={keys[0].Name}" : null };
            await foreach (KubernetesWatchEvent change in client.WatchAsync(served.Kind, which, token).ConfigureAwait(false))
            {
                Look(pending, change);
                if (pending.IsEmpty)
                {
                    return;
                }
            }
        }, cancellationToken).ConfigureAwait(false);
    }

    private void Look(Pending pending, KubernetesWatchEvent change)
    {
        string name = change.Resource.Metadata.Name ?? "";
        if (!pending.Contains(name))
        {
            return;
        }

        Readiness state = change.Type == KubernetesWatchEventType.Deleted ? Readiness.Failed("somebody has deleted it") : rules.Check(change.Resource);
        if (state.HasFailed && pending.Close(name) is { } key)
        {
            _failures[key] = ApplyChecks.About(key, ClusterDiagnostics.HasFailed.At("", key, state.Reason));
        }
        else if (state.IsReady)
        {
            pending.Close(name);
        }
        else
        {
            pending.Tell(name, state.Reason);
        }
    }

    private async Task WatchAsync(Pending pending, Func<CancellationToken, Task> watch, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(timeout, client.Options.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await InsistAsync(watch, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            foreach ((ResourceKey key, string reason) in pending.Left)
            {
                _failures[key] = ApplyChecks.About(key, ClusterDiagnostics.NotReady.At("", key, timeout, reason));
            }
        }
        catch (KubernetesException e)
        {
            foreach ((ResourceKey key, _) in pending.Left)
            {
                _failures[key] = ClusterDiagnostics.Explain(e, key);
            }
        }
    }

    // An outage may be over before the time is.
    private async Task InsistAsync(Func<CancellationToken, Task> watch, CancellationToken cancellationToken)
    {
        Backoff backoff = client.NewBackoff();
        while (true)
        {
            try
            {
                await watch(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (KubernetesException e) when (Retries.IsOutage(e))
            {
                await Task.Delay(backoff.Next(), client.Options.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The objects of one watch that are waited for, by name.</summary>
    private sealed class Pending(IEnumerable<ResourceKey> keys, Action<ResourceKey, string> tell)
    {
        private readonly Dictionary<string, (ResourceKey Key, string Reason)> _open = keys.ToDictionary(k => k.Name, k => (k, "it was not seen"));

        public bool IsEmpty => _open.Count == 0;

        public IEnumerable<(ResourceKey Key, string Reason)> Left => _open.Values;

        public bool Contains(string name) => _open.ContainsKey(name);

        public ResourceKey? Close(string name) => _open.Remove(name, out (ResourceKey Key, string Reason) closed) ? closed.Key : null;

        public void Tell(string name, string reason)
        {
            if (_open.TryGetValue(name, out (ResourceKey Key, string Reason) open) && open.Reason != reason)
            {
                _open[name] = (open.Key, reason);
                tell(open.Key, reason);
            }
        }
    }
}
