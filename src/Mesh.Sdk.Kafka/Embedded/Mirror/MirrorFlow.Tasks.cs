using System.Globalization;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Sync;

namespace Mesh.Sdk.Kafka.Embedded.Mirror;

/// <content>Its tasks: who changes them, when, and what is kept of them.</content>
internal sealed partial class MirrorFlow
{
    private async Task AloneAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        await _changing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await act().ConfigureAwait(false);
        }
        finally
        {
            _changing.Release();
        }
    }

    // Only one changes tasks at a time; what they have copied is stored before others go on. Where that fails, a refresh starts them.
    private Task ChangeTasksAsync(Func<Task> start, CancellationToken cancellationToken) => AloneAsync(() => ChangeAsync(start, cancellationToken), cancellationToken);

    private async Task ChangeAsync(Func<Task> start, CancellationToken cancellationToken)
    {
        try
        {
            _areTasksDue = true;
            await Task.WhenAll(_tasks.Select(t => t.StopAsync(cancellationToken))).ConfigureAwait(false);
            await RunNowAsync(EmbeddedMirrorJob.FlushPositions, cancellationToken).ConfigureAwait(false);
            await start().ConfigureAwait(false);
        }
        catch when (_jobs.TryGetValue(EmbeddedMirrorJob.RefreshTopics, out RecurringJob? refresh))
        {
            refresh.AskAgain();
            throw;
        }
    }

    // Whoever waits for a partition learns that it will not get there.
    private static void Leave(IEnumerable<PartitionCopy> copies, string why) =>
        copies.ToList().ForEach(c => c.Fail(new InvalidOperationException($"{c.Source} {why}.")));

    private async Task StartTasksAsync(IReadOnlyList<TopicPartition> mirrored, CancellationToken cancellationToken)
    {
        await AddCopiesAsync([.. mirrored.Where(p => !_copies.ContainsKey(p))], cancellationToken).ConfigureAwait(false);
        if (_isStopped)
        {
            return;
        }

        _mirrored = mirrored;
        _tasks =
        [
            .. TaskAssignment.Assign(mirrored, _flow.TasksMax)
                .Select(partitions => new SourceTask(_flow, _clients, _writers, _journal, _budget, partitions.Select(p => _copies[p]))),
        ];
        Array.ForEach(_tasks, t => t.Start(_isPaused));
        _areTasksDue = false;
        Leave(_copies.Values.ExceptBy(mirrored, c => c.Source), "is mirrored no more");
        _journal.Tell(EmbeddedMirrorEventKind.TasksStarted, string.Create(CultureInfo.InvariantCulture, $"{mirrored.Count} partitions"));
    }

    private async Task AddCopiesAsync(TopicPartition[] partitions, CancellationToken cancellationToken)
    {
        ClusterClient source = _clients[Direction.Source];
        TopicPartition[] fresh = [.. partitions.Where(p => !_stored!.ContainsKey(p))];
        IReadOnlyDictionary<TopicPartition, long> starts = _flow.Clients.StartsAtEnd
            ? await source.GetEndOffsetsAsync(fresh, cancellationToken).ConfigureAwait(false)
            : await source.GetStartOffsetsAsync(fresh, cancellationToken).ConfigureAwait(false);
        foreach (TopicPartition partition in partitions)
        {
            _copies.TryAdd(partition, new(partition, starts.TryGetValue(partition, out long start) ? start : _stored![partition] + 1));
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        SourceTask[] tasks = _tasks;
        (PartitionCopy Copy, (long Position, long Acknowledged) Unflushed)[] due =
        [
            .. from task in tasks
               from copy in task.Copies
               let unflushed = copy.Unflushed()
               where unflushed is not null
               select (copy, unflushed.Value),
        ];
        await _positions.WriteAsync(due.Select(d => KeyValuePair.Create(d.Copy.Source, (long?)d.Unflushed.Position)), cancellationToken).ConfigureAwait(false);
        _budget.Return(due.Sum(d => d.Copy.Flush(d.Unflushed)));
        Array.ForEach(tasks, t => t.Commit());
    }

    private Task SyncsSentAsync(CancellationToken cancellationToken) => Task.WhenAll(_tasks.Select(t => t.SyncsSentAsync())).WaitAsync(cancellationToken);

    private async Task StartAgainAsync(IReadOnlyDictionary<TopicPartition, long?> copied, CancellationToken cancellationToken)
    {
        await _topics.CreateInternalTopicsAsync(cancellationToken).ConfigureAwait(false);
        await _positions.WriteAsync(copied, cancellationToken).ConfigureAwait(false);
        PartitionCopy[] moved = [.. _copies.Values.Where(c => copied.ContainsKey(c.Source))];
        Array.ForEach(moved, c => _copies.TryRemove(c.Source, out _));
        Leave(moved, "was set to another position");
        _stored = await _positions.LoadAsync(cancellationToken).ConfigureAwait(false);
        await StartTasksAsync(_mirrored, cancellationToken).ConfigureAwait(false);
    }

    // Whatever cut a stop short, no task copies on.
    private Task AbandonAsync() => Task.WhenAll(_tasks.Select(t => t.StopAsync(new(canceled: true))));
}
