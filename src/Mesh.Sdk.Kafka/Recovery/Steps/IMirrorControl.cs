using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Recovery.Plans;

namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Starts and stops what mirrors a flow: its source connector and its checkpoint connector. Every call may be repeated. Failures of any type
/// stop the execution of a plan, which can be repeated. So does a call that does not answer within <see cref="FailoverTools.Patience"/>: its
/// token is cancelled, and nobody waits for it any more, nor after the execution is cancelled; it should not act after that.
/// </summary>
public interface IMirrorControl
{
    /// <summary>Stops a flow. When it returns, nothing more is copied.</summary>
    Task StopAsync(SourceAndTarget flow, CancellationToken cancellationToken = default);

    /// <summary>Lets a flow run.</summary>
    Task ResumeAsync(SourceAndTarget flow, CancellationToken cancellationToken = default);

    /// <summary>Deletes the positions of a stopped flow, so that it copies everything again.</summary>
    Task ResetAsync(SourceAndTarget flow, CancellationToken cancellationToken = default);

    /// <summary>Sets the positions of a stopped flow, so that it goes on there.</summary>
    /// <param name="flow">Flow.</param>
    /// <param name="ends">The first offset to copy, by partition of the source. MirrorMaker notes the last one copied, which is one less; 0 sets nothing.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task SeekAsync(SourceAndTarget flow, IReadOnlyCollection<PartitionEnd> ends, CancellationToken cancellationToken = default);
}
