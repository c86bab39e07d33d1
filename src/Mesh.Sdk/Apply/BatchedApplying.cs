using System.Runtime.CompilerServices;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>Applies sets that are too large to be held: any applier takes objects as they come and tells what became of them as it goes on.</summary>
public static class BatchedApplying
{
    /// <summary>Applies objects batch by batch. Neither the objects nor their results are kept, so memory does not grow with their number.</summary>
    /// <param name="applier">Any applier. What it does at the end of its work, such as waiting for readiness or rolling back, it does for each batch.</param>
    /// <param name="objects">
    /// The objects, read no further ahead than one batch. What others need comes before them or in the same batch, which is applied in the order of
    /// <see cref="ApplyOrder"/>. Of objects with the same key the last one counts.
    /// </param>
    /// <param name="batchSize">How many objects are held at a time; at least 1. Fewer take more requests, as each batch is planned by itself.</param>
    /// <param name="options">How to apply, without a set that prunes: what is not wanted any more is known only once all keys are.</param>
    /// <param name="progress">Told what happens to each object, counted from the first batch on; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>
    /// A result a batch, with one entry an object. The last one says so if the work was cancelled; after a failure no further batch is begun under
    /// <see cref="ErrorPolicy.Stop"/>. Objects that were not read are in no result.
    /// </returns>
    /// <exception cref="ArgumentException">The set prunes.</exception>
    public static IAsyncEnumerable<ApplyResult> ApplyInBatchesAsync(this IResourceApplier applier, IAsyncEnumerable<ResourceEntry> objects, int batchSize, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(applier);
        ArgumentNullException.ThrowIfNull(objects);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentNullException.ThrowIfNull(options);
        return options.Set is { Prunes: true } set
            ? throw new ArgumentException($"The set {set} prunes, which takes the keys of all objects at once. Apply them as one ResourceSet, or let the set not prune.", nameof(options))
            : ApplyAsync(applier, objects, batchSize, options, BatchProgress.Of(progress), cancellationToken);
    }

    private static async IAsyncEnumerable<ApplyResult> ApplyAsync(IResourceApplier applier, IAsyncEnumerable<ResourceEntry> objects, int batchSize, ApplyOptions options, BatchProgress? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<ResourceEntry> source = objects.GetAsyncEnumerator(cancellationToken);
        await using (source.ConfigureAwait(false))
        {
            while (await ApplyNextAsync(applier, source, batchSize, options, progress, cancellationToken).ConfigureAwait(false) is { } result)
            {
                yield return result;
                if (result.WasCancelled || (options.OnError == ErrorPolicy.Stop && !result.IsSuccess))
                {
                    yield break;
                }

                progress?.Add(result.Objects.Count);
            }
        }
    }

    // The batch is a local of this method only, so that it can go before the next one is read.
    private static async Task<ApplyResult?> ApplyNextAsync(IResourceApplier applier, IAsyncEnumerator<ResourceEntry> source, int batchSize, ApplyOptions options, BatchProgress? progress, CancellationToken cancellationToken)
    {
        ResourceSet batch = await ReadAsync(source, batchSize, cancellationToken).ConfigureAwait(false);
        return batch.Count > 0 ? await applier.ApplyAsync(batch, options, progress, cancellationToken).ConfigureAwait(false)
            : cancellationToken.IsCancellationRequested ? new() { Objects = [], WasCancelled = true }
            : null;
    }

    private static async Task<ResourceSet> ReadAsync(IAsyncEnumerator<ResourceEntry> source, int batchSize, CancellationToken cancellationToken)
    {
        OrderedDictionary<ResourceKey, ResourceEntry> batch = new(batchSize);
        try
        {
            while (batch.Count < batchSize && !cancellationToken.IsCancellationRequested && await source.MoveNextAsync().ConfigureAwait(false))
            {
                batch[source.Current.Key] = source.Current;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was read is reported as not attempted.
        }

        return ResourceSet.From(batch.Values);
    }
}
