using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Recovery.Steps;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>Lets plans of recovery hold the flows of an embedded mirror, as they stop connectors elsewhere.</summary>
/// <param name="mirror">Mirror, which belongs to the caller.</param>
public sealed class EmbeddedMirrorControl(EmbeddedMirror mirror) : IMirrorControl
{
    /// <inheritdoc/>
    public Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default) => mirror.PauseAsync(flow.Source, flow.Target, cancellationToken);

    /// <inheritdoc/>
    public Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default)
    {
        mirror.Resume(flow.Source, flow.Target);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default)
    {
        EmbeddedMirrorStatus status = mirror.Status.Single(s => s.Flow == flow);
        return mirror.SeekAsync(flow.Source, flow.Target, status.Partitions.ToDictionary(p => p, _ => (long?)null), cancellationToken);
    }

    /// <inheritdoc/>
    public Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default) =>
        mirror.SeekAsync(flow.Source, flow.Target, ends.Where(e => e.Offset > 0).ToDictionary(e => e.Partition, e => (long?)(e.Offset - 1)), cancellationToken);
}
