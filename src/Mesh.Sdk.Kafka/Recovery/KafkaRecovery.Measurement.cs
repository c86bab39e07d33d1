using System.Runtime.CompilerServices;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Recovery.Measurement;
using Mesh.Sdk.Kafka.Recovery.Topics;

namespace Mesh.Sdk.Kafka.Recovery;

/// <content>How far flows are behind.</content>
public sealed partial class KafkaRecovery
{
    /// <summary>
    /// Measures a flow once: what the target lacks, what a fail-over of now would mean for groups, and how the flow is. Asks brokers only. A
    /// cluster that can't be reached is a result and no error.
    /// </summary>
    /// <param name="from">Alias of the source of the flow.</param>
    /// <param name="to">Alias of its target.</param>
    /// <param name="options">What is measured.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentException">The topology has no such flow, or its policy is a class of its own.</exception>
    /// <exception cref="KafkaClusterException">A cluster refuses, for want of a right for example.</exception>
    public async Task<RecoveryPoint> MeasureAsync(string from, string to, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        using FlowMeter meter = new(_clients, TopicsOf(from, to), options ?? new(), _time);
        return await meter.MeasureAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Measures a flow again and again, at once and then at intervals, until it is cancelled. Of internal topics only what is new is read, and
    /// what seems to be missing while nothing moves is looked at: markers of transactions and gaps of compaction then count no longer.
    /// </summary>
    /// <param name="from">Alias of the source of the flow.</param>
    /// <param name="to">Alias of its target.</param>
    /// <param name="every">From one measurement to the next. A measurement that takes longer delays the next one.</param>
    /// <param name="options">What is measured.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <exception cref="ArgumentException">The topology has no such flow, or its policy is a class of its own.</exception>
    /// <exception cref="KafkaClusterException">A cluster refuses, for want of a right for example.</exception>
    public IAsyncEnumerable<RecoveryPoint> WatchAsync(
        string from, string to, TimeSpan every, MeasureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(every, TimeSpan.Zero);
        return WatchAsync(TopicsOf(from, to), every, options ?? new(), cancellationToken);
    }

    private async IAsyncEnumerable<RecoveryPoint> WatchAsync(
        FlowTopics topics, TimeSpan every, MeasureOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using FlowMeter meter = new(_clients, topics, options, _time);
        using PeriodicTimer timer = new(every, _time);
        do
        {
            yield return await meter.MeasureAsync(cancellationToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }
}
