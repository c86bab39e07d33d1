namespace Mesh.Sdk.Kafka.Recovery.Steps;

/// <summary>
/// Tells clients which cluster to work on. Every call may be repeated. Failures of any type stop the execution of a plan, which can be repeated. So does
/// a call that does not answer within <see cref="FailoverTools.Patience"/>: its token is cancelled, and nobody waits for it any more, nor after the execution is cancelled; it should not act after that.
/// </summary>
public interface IClusterSwitch
{
    /// <summary>Returns the alias of the cluster that clients work on; <see langword="null"/> if that is not known.</summary>
    Task<string?> GetActiveAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks producers to send what they have and to write nothing more until the next switch. The execution sees by the ends of topics that they did.</summary>
    Task HoldProducersAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks consumers to commit and leave their groups until the next switch. The execution sees by the state of the groups that they did.</summary>
    Task HoldConsumersAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes clients go on, producers and consumers, held or not.</summary>
    /// <param name="from">Alias of the cluster that they leave.</param>
    /// <param name="to">Alias of the cluster that they go on at: <paramref name="from"/> itself if a plan was aborted before the switch.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task SwitchAsync(string from, string to, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes clients go on at another cluster, and not wait for the one that is lost: what it has not acknowledged counts as not written, and nobody
    /// leaves it in order. A switch that can't tell clients so lets them go as <see cref="SwitchAsync"/> does.
    /// </summary>
    /// <param name="lost">Alias of the cluster that is lost.</param>
    /// <param name="to">Alias of the cluster that they go on at.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task AbandonAsync(string lost, string to, CancellationToken cancellationToken = default) => SwitchAsync(lost, to, cancellationToken);

    /// <summary>Waits until clients have followed the last call, as far as the switch knows them.</summary>
    /// <param name="atMost">How long.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What those do that have not, a line for each; nothing if all have, or if the switch can't tell.</returns>
    Task<IReadOnlyList<string>> WaitUntilFollowedAsync(TimeSpan atMost, CancellationToken cancellationToken = default) => Task.FromResult<IReadOnlyList<string>>([]);
}
