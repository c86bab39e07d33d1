using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded.Mirror;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>
/// Runs flows of a topology in this process with MirrorMaker 2's semantics, for tests and laptops. Production runs on MirrorMaker 2 itself,
/// which the same topology renders to. What it writes, MirrorMaker reads, and the other way round: remote topics, positions, offset syncs,
/// checkpoints, heartbeats. Differs in two points: it copies no ACLs, and it writes at least once, whatever the topology asks for. Safe for
/// several threads.
/// </summary>
public sealed class EmbeddedMirror : IAsyncDisposable
{
    private readonly InternalWriters _writers;
    private readonly MirrorFlow[] _flows;
    private readonly EmbeddedMirrorOptions _options;
    private bool _isDisposed;

    private EmbeddedMirror(InternalWriters writers, MirrorFlow[] flows, EmbeddedMirrorOptions options) =>
        (_writers, _flows, _options) = (writers, flows, options);

    /// <summary>Gets how the flows are doing, in the order of their declaration.</summary>
    public IReadOnlyList<EmbeddedMirrorStatus> Status => [.. _flows.Select(f => f.Status)];

    /// <summary>Starts flows. Clusters need not be there yet; whether they are is told by <see cref="Status"/>.</summary>
    /// <param name="topology">Clusters and flows.</param>
    /// <param name="clients">The ways to the clusters. They belong to the caller, and must outlive the mirror.</param>
    /// <param name="options">How it behaves; by default all flows are run.</param>
    /// <exception cref="ArgumentException">A flow or cluster is not there, or the policy of a flow is a class of its own.</exception>
    public static EmbeddedMirror Start(ReplicationTopology topology, KafkaClients clients, EmbeddedMirrorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(topology);
        ArgumentNullException.ThrowIfNull(clients);
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRepeatedRecords, 1, nameof(options));
        FlowConfiguration[] flows = [.. (options.Flows ?? [.. topology.Flows.Select(f => f.Direction)]).Select(direction => new FlowConfiguration(topology, direction))];
        InternalWriters writers = new(clients);
        EmbeddedMirror mirror = new(writers, [.. flows.Select(flow => new MirrorFlow(flow, clients, writers, options))], options);
        Array.ForEach(mirror._flows, flow => flow.Start());
        return mirror;
    }

    /// <summary>
    /// Ends when every flow has copied what its source had at the call, and has written what follows from it: positions, offset syncs,
    /// settings of topics, checkpoints, positions of groups. Topics that appeared until the call are found.
    /// </summary>
    /// <param name="cancellationToken">
    /// Ends the waiting, which has no end of its own: errors while reading are retried for ever, as MirrorMaker does it. What is wrong
    /// meanwhile is told by <see cref="Status"/>.
    /// </param>
    /// <exception cref="InvalidOperationException">A flow is paused, or has ended; or a partition is mirrored no more, or was set to another position.</exception>
    /// <exception cref="EmbeddedMirrorException">A task has failed.</exception>
    /// <exception cref="KafkaClusterException">A cluster can't be reached, or refuses.</exception>
    public Task WaitUntilCaughtUpAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(_flows.Select(f => f.CatchUpAsync(cancellationToken)));

    /// <summary>Makes every flow do something now instead of at its next time. Flows that never do it are left out.</summary>
    /// <exception cref="KafkaClusterException">A cluster can't be reached, or refuses.</exception>
    public Task RunNowAsync(EmbeddedMirrorJob job, CancellationToken cancellationToken = default) =>
        Task.WhenAll(_flows.Select(f => f.RunNowAsync(job, cancellationToken)));

    /// <summary>Holds a flow: what is on its way arrives, positions are stored, and nothing more is read. Heartbeats are still emitted.</summary>
    /// <exception cref="ArgumentException">No such flow runs here.</exception>
    public Task PauseAsync(string source, string target, CancellationToken cancellationToken = default) => FlowOf(source, target).PauseAsync(cancellationToken);

    /// <summary>Lets a flow go on that was held.</summary>
    /// <exception cref="ArgumentException">No such flow runs here.</exception>
    public void Resume(string source, string target) => FlowOf(source, target).Resume();

    /// <summary>Sets how far a paused flow has copied.</summary>
    /// <param name="source">Alias of the source.</param>
    /// <param name="target">Alias of the target.</param>
    /// <param name="copied">Offset of the last record copied, by partition of the source; <see langword="null"/> forgets it: the partition is copied from its start, or where <c>auto.offset.reset</c> says. Other partitions stay.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ArgumentException">No such flow runs here.</exception>
    /// <exception cref="InvalidOperationException">The flow is not paused.</exception>
    public Task SeekAsync(string source, string target, IReadOnlyDictionary<TopicPartition, long?> copied, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(copied);
        return FlowOf(source, target).SeekAsync(copied, cancellationToken);
    }

    /// <summary>Starts the tasks of a flow again, those that have failed included.</summary>
    /// <exception cref="ArgumentException">No such flow runs here.</exception>
    public Task RestartAsync(string source, string target, CancellationToken cancellationToken = default) => FlowOf(source, target).RestartAsync(cancellationToken);

    /// <summary>Ends all flows: what is on its way arrives, and positions are stored.</summary>
    /// <param name="cancellationToken">Ends the waiting; what has not arrived is copied again next time.</param>
    public Task StopAsync(CancellationToken cancellationToken = default) => Task.WhenAll(_flows.Select(f => f.StopAsync(cancellationToken)));

    /// <summary>Ends all flows, and waits for <see cref="EmbeddedMirrorOptions.DrainTimeout"/> at most for what is on its way.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        using CancellationTokenSource drain = new(_options.DrainTimeout, _options.TimeProvider);
        try
        {
            await StopAsync(drain.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or KafkaClusterException)
        {
            // What has not arrived is copied again next time.
        }

        foreach (MirrorFlow flow in _flows)
        {
            await flow.DisposeAsync().ConfigureAwait(false);
        }

        _writers.Dispose();
    }

    private MirrorFlow FlowOf(string source, string target) =>
        Array.Find(_flows, f => f.Direction == new SourceAndTarget(source, target))
        ?? throw new ArgumentException($"No flow {source}->{target} runs here, only {string.Join(", ", _flows.Select(f => f.Direction))}.");
}
