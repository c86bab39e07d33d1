using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Mesh.Sdk.Kafka.Switching;

namespace KafkaDisasterRecovery;

/// <summary>The shop that writes orders, the service that processes them, and the book that both keep: which order was processed how often.</summary>
internal sealed class Orders(SwitchableProducer shop, SwitchableConsumer billing)
{
    private readonly ConcurrentDictionary<int, int> _processed = new();
    private int _ordered;
    private int _processing;

    public int Ordered => _ordered;

    /// <summary>Gets how often orders were processed that had been before.</summary>
    public int Again => _processed.Values.Sum(times => times - 1);

    public int Lost => Enumerable.Range(0, _ordered).Count(order => !_processed.ContainsKey(order));

    /// <summary>Orders until it is cancelled. An order counts when the shop has it acknowledged.</summary>
    public async Task OrderAsync(CancellationToken cancellationToken)
    {
        using PeriodicTimer pace = new(TimeSpan.FromMilliseconds(5));
        while (!cancellationToken.IsCancellationRequested)
        {
            byte[] order = Encoding.UTF8.GetBytes(_ordered.ToString(CultureInfo.InvariantCulture));
            await shop.ProduceAsync("orders", new() { Key = order, Value = order }, CancellationToken.None);
            _ordered++;
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    /// <summary>Processes orders until it is cancelled.</summary>
    public async Task BillAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (ReceivedRecord record in billing.ReadAllAsync(cancellationToken))
            {
                int order = int.Parse(Encoding.UTF8.GetString(record.Message.Value), CultureInfo.InvariantCulture);
                _processed.AddOrUpdate(order, 1, (_, times) => times + 1);
                record.MarkProcessed();
                Interlocked.Increment(ref _processing);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the example.
        }
    }

    /// <summary>Ends when a number of further orders were processed.</summary>
    public async Task UntilProcessedAsync(int more)
    {
        int goal = _processing + more;
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(20));
        while (_processing < goal)
        {
            await look.WaitForNextTickAsync();
        }
    }

    /// <summary>Ends when every order was processed.</summary>
    public async Task UntilNoneIsMissingAsync()
    {
        using PeriodicTimer look = new(TimeSpan.FromMilliseconds(20));
        while (Lost > 0)
        {
            await look.WaitForNextTickAsync();
        }
    }
}
