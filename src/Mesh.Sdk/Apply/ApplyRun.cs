using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>One way through the objects of a plan or set, with a result for each of them however it ends.</summary>
internal sealed class ApplyRun(IReadOnlyList<ResourceKey> keys, ApplyOptions options, IProgress<ApplyEvent>? progress, CancellationToken cancellationToken)
{
    private readonly AppliedObject?[] _results = new AppliedObject?[keys.Count];
    private int _completed;
    private volatile bool _hasFailed;

    private bool IsOver => cancellationToken.IsCancellationRequested || (_hasFailed && options.OnError == ErrorPolicy.Stop);

    /// <summary>Gets what becomes of an object that nothing has to be done for.</summary>
    public static AppliedObject? Known(PlannedObject planned) => planned.Action switch
    {
        ApplyAction.Unchanged => new(planned.Key, ApplyStatus.Unchanged),
        ApplyAction.Skip => new(planned.Key, ApplyStatus.Skipped, planned.Reason),
        ApplyAction.Refuse => new(planned.Key, ApplyStatus.Failed, planned.Reason),
        _ => null,
    };

    /// <summary>Gets what becomes of an object that can't exist and shall be deleted.</summary>
    public static AppliedObject? Known(ResourceKey key) =>
        ApplyChecks.Find(key) is { } wrong ? new(key, ApplyStatus.Failed, wrong) : null;

    public async Task<ApplyResult> RunAsync<T>(IEnumerable<IReadOnlyList<T>> levels, Func<T, int> index, Func<T, AppliedObject?> known, Func<T, CancellationToken, ValueTask<AppliedObject>> step, DiagnosticReport findings)
    {
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None };
        foreach (IReadOnlyList<T> level in levels)
        {
            await Parallel.ForEachAsync(level, parallel, async (item, _) =>
            {
                if (!IsOver)
                {
                    int place = index(item);
                    Finish(place, known(item) ?? await WorkAsync(keys[place], token => step(item, token)).ConfigureAwait(false));
                }
            }).ConfigureAwait(false);
        }

        return new()
        {
            Objects = _results.Select((r, i) => r ?? new(keys[i], ApplyStatus.NotAttempted)).ToEquatableList(),
            Findings = findings,
            WasCancelled = cancellationToken.IsCancellationRequested && _results.Contains(null),
        };
    }

    private async ValueTask<AppliedObject> WorkAsync(ResourceKey key, Func<CancellationToken, ValueTask<AppliedObject>> step)
    {
        progress?.Report(new(key, ApplyEventKind.Started) { Completed = Volatile.Read(ref _completed), Total = keys.Count });
        try
        {
            return await step(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(key, ApplyStatus.Failed, ApplyChecks.About(key, ApplyDiagnostics.Interrupted.At("", key)));
        }
#pragma warning disable CA1031 // Whatever one object meets must not hide what became of the others.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(key, ApplyStatus.Failed, ApplyChecks.About(key, ApplyDiagnostics.ApplierFailed.At("", e.GetType().Name, e.Message)));
        }
    }

    private void Finish(int index, AppliedObject result)
    {
        _results[index] = result;
        _hasFailed |= result.Status == ApplyStatus.Failed;
        progress?.Report(new(result.Key, ApplyEventKind.Finished) { Result = result, Completed = Interlocked.Increment(ref _completed), Total = keys.Count });
    }
}
