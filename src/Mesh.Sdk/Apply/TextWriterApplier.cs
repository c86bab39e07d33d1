using Mesh.Sdk.Apply.Formats;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>
/// Writes the objects that would be applied as YAML, in the order in which they would be applied, and applies nothing. It remembers nothing either,
/// so every plan creates everything and nothing is ever pruned.
/// </summary>
public sealed class TextWriterApplier : IResourceApplier
{
    private readonly TextWriter _writer;
    private string _cluster = "";

    /// <summary>Makes an applier.</summary>
    /// <param name="writer">Receives the text and stays open.</param>
    public TextWriterApplier(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _writer = writer;
    }

    /// <summary>Gets whether the values of Secrets are written.</summary>
    /// <value><see langword="false"/> by default: they are written as <c>***</c>, which no server accepts.</value>
    public bool WritesSecrets { get; init; }

    /// <inheritdoc/>
    public Task<ApplyPlan> PlanAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(options);
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled<ApplyPlan>(cancellationToken)
            : Task.FromResult(ApplySteps.Plan(set, options, Create, [], progress, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ApplyPlan plan, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return ApplySteps.ApplyAsync(plan with { Options = OneByOne(plan.Options) }, WriteAsync, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApplyResult> ApplyAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default) =>
        ApplySteps.PlanAndApplyAsync(this, set, options, progress, cancellationToken);

    /// <inheritdoc/>
    public Task<ApplyResult> DeleteAsync(ResourceSet set, ApplyOptions options, IProgress<ApplyEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return ApplySteps.DeleteAsync(set, OneByOne(options), WriteDeletionAsync, progress, cancellationToken);
    }

    private static PlannedObject Create(ResourceEntry entry) => new() { Key = entry.Key, Action = ApplyAction.Create, Desired = entry.Resource };

    private static ApplyOptions OneByOne(ApplyOptions options) => options with { Parallelism = 1 };

    private async ValueTask<AppliedObject> WriteAsync(PlannedObject planned, CancellationToken cancellationToken)
    {
        IResource resource = planned.Desired!;
        string cluster = planned.Key.Cluster == _cluster ? "" : $"# cluster: {ApplyWords.OneLine(planned.Key.Cluster)}\n";
        string yaml = SecretFields.IsSecret(planned.Key) && !WritesSecrets ? SecretFields.Masked(resource).ToYaml() : resource.ToYaml();
        await _writer.WriteAsync($"---\n{cluster}{yaml}".AsMemory(), cancellationToken).ConfigureAwait(false);
        _cluster = planned.Key.Cluster;
        return new(planned.Key, ApplyStatus.Created);
    }

    private async ValueTask<AppliedObject> WriteDeletionAsync(ResourceKey key, CancellationToken cancellationToken)
    {
        await _writer.WriteAsync($"# delete: {ApplyWords.OneLine(key.ToString())}\n".AsMemory(), cancellationToken).ConfigureAwait(false);
        return new(key, ApplyStatus.Deleted);
    }
}
