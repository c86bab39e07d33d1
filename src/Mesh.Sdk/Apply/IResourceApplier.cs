using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>Makes objects real: in a cluster, in files, or wherever another tool wants them.</summary>
/// <remarks>
/// <para>An applier answers for each object of a set, by its <see cref="ResourceKey"/>: one entry in the plan, one in the result. What the world
/// refuses is a failed entry with a diagnostic; exceptions are for misuse of the SDK.</para>
/// <para>Cancelling a plan throws <see cref="OperationCanceledException"/>, as nothing has happened. Cancelling anything else ends it early and
/// returns what was done; objects that were not reached are <see cref="ApplyStatus.NotAttempted"/>.</para>
/// <para>Objects are applied in the order of <see cref="ApplyOrder"/> and deleted in the reverse. Progress is reported on the thread that works.
/// Nothing secret is in a plan's texts, a result or an event. <c>ApplierContract</c> of Mesh.Sdk.ApplierContract tests all of this.</para>
/// </remarks>
public interface IResourceApplier
{
    /// <summary>Tells what applying a set would do. Changes nothing.</summary>
    /// <param name="set">All objects that shall exist.</param>
    /// <param name="options">How to apply.</param>
    /// <param name="progress">Told of each object that was looked at; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    /// <exception cref="OperationCanceledException">The planning was cancelled.</exception>
    Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Applies a plan. Objects that it leaves alone cost nothing.</summary>
    /// <param name="plan">A plan of this applier; its options hold.</param>
    /// <param name="progress">Told what happens to each object; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work early; the result has what was done.</param>
    Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Applies a set at once, with the same effect as planning it and applying the plan.</summary>
    /// <param name="set">All objects that shall exist.</param>
    /// <param name="options">How to apply.</param>
    /// <param name="progress">Told what happens to each object; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work early; the result has what was done.</param>
    Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes the objects of a set. One that does not exist is <see cref="ApplyStatus.Unchanged"/>.</summary>
    /// <param name="set">The objects; only their keys matter.</param>
    /// <param name="options">How to delete; foreign objects are treated as when applying.</param>
    /// <param name="progress">Told what happens to each object; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work early; the result has what was done.</param>
    Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default);
}
