using System.Collections.Concurrent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>One way through a plan or set: write or delete object by object, wait for what is not ready, keep the set's Secret true.</summary>
internal sealed class ClusterWork
{
    private readonly KubernetesApiClient _client;
    private readonly ReadinessRules _rules;
    private readonly ApplyOptions _options;
    private readonly HeldProgress _progress;
    private readonly ReadinessWait _wait;
    private readonly ConcurrentDictionary<ResourceKey, byte> _pending = new();

    public ClusterWork(KubernetesApiClient client, ReadinessRules rules, ApplyOptions options, IProgress<ApplyEvent>? progress)
    {
        (_client, _rules, _options) = (client, rules, options);
        _progress = new(progress, PendingReason);
        _wait = new(client, rules, options.ReadinessTimeout ?? ClusterRun.DefinitionTimeout, _progress.Wait);
        Run = new(client, options, [], null, _wait);
    }

    private ClusterRun Run { get; set; }

    public async Task<ApplyResult> ApplyAsync(ApplyPlan plan, ApplyJournal? journal, CancellationToken cancellationToken)
    {
        Run = new(_client, _options, [.. DefinedKinds.In(plan.Objects.Select(o => o.Desired).OfType<IResource>())], journal, _wait);
        SetMembership members = new(_client, plan);
        ApplyResult result = await ApplySteps.ApplyAsync(plan, (p, token) => ApplyAsync(p, members, token), _progress, cancellationToken).ConfigureAwait(false);
        result = await AwaitReadinessAsync(result, cancellationToken).ConfigureAwait(false);
        _progress.Release(result);
        return result.IsSuccess ? await SettleAsync(result, members, cancellationToken).ConfigureAwait(false) : result;
    }

    public async Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyJournal? journal, CancellationToken cancellationToken)
    {
        Run = new(_client, _options, [], journal, _wait);
        ApplyResult result = await ApplySteps.DeleteAsync(set, _options, Run.DeleteAsync, _progress, cancellationToken).ConfigureAwait(false);
        return result.IsSuccess && _options.Set is { } owner ? await CloseAsync(result, owner, cancellationToken).ConfigureAwait(false) : result;
    }

    private async ValueTask<AppliedObject> ApplyAsync(PlannedObject planned, SetMembership members, CancellationToken cancellationToken)
    {
        try
        {
            await members.CoverAsync(planned.Key, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesException e)
        {
            return new(planned.Key, ApplyStatus.Failed, ClusterDiagnostics.Explain(e, planned.Key));
        }
        catch (ForeignSetException e)
        {
            return new(planned.Key, ApplyStatus.Failed, ApplyChecks.About(planned.Key, e.Finding));
        }

        return await Run.ApplyAsync(planned, cancellationToken).ConfigureAwait(false);
    }

    // An object that was not touched is waited for only if its kind is known to become ready after it was applied.
    private string? PendingReason(AppliedObject applied)
    {
        string? reason = null;
        if (_options.ReadinessTimeout is null)
        {
            return reason;
        }

        if (Run.Written.TryRemove(applied.Key, out IResource? answer))
        {
            reason = _rules.Check(answer) is { IsReady: false } state ? state.Reason : null;
        }
        else if (applied.Status == ApplyStatus.Unchanged && _rules.Knows(applied.Key))
        {
            reason = "it is looked at";
        }

        if (reason is not null)
        {
            _pending.TryAdd(applied.Key, 0);
        }

        return reason;
    }

    private async Task<ApplyResult> AwaitReadinessAsync(ApplyResult result, CancellationToken cancellationToken)
    {
        if (_pending.IsEmpty || cancellationToken.IsCancellationRequested)
        {
            return result;
        }

        try
        {
            IReadOnlyDictionary<ResourceKey, Diagnostic> failures = await _wait.UntilReadyAsync(_pending.Keys, cancellationToken).ConfigureAwait(false);
            return result with
            {
                Objects = result.Objects.Select(o => failures.TryGetValue(o.Key, out Diagnostic? failure) ? new(o.Key, ApplyStatus.Failed, failure) : o).ToEquatableList(),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return result with { WasCancelled = true };
        }
    }

    private Task<ApplyResult> SettleAsync(ApplyResult result, SetMembership members, CancellationToken cancellationToken) =>
        ReportAsync(result, members.SettleAsync, cancellationToken);

    private Task<ApplyResult> CloseAsync(ApplyResult result, ApplySet set, CancellationToken cancellationToken) =>
        ReportAsync(result, token => new SetParent(_client, set).DeleteIfEmptyAsync(token), cancellationToken);

    // What goes wrong with the set's Secret is about none of the objects.
    private async Task<ApplyResult> ReportAsync(ApplyResult result, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (KubernetesException e)
        {
            return With(result, ClusterDiagnostics.Explain(e, new SetParent(_client, _options.Set!).Key));
        }
        catch (ForeignSetException e)
        {
            return With(result, e.Finding);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return result with { WasCancelled = true };
        }
    }

    private static ApplyResult With(ApplyResult result, Diagnostic finding) => result with { Findings = result.Findings.Merge(new([finding])) };
}
