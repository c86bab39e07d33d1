using System.Diagnostics;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.ApplyBench;

/// <summary>How much memory applying holds as the number of objects grows: objects that come one by one, and a set that is there already.</summary>
internal static class Growth
{
    private const int Small = 2_000;
    private const int Large = 20_000;
    private const int Batch = 1_000;
    private const int Looks = 200;

    public static async Task<IEnumerable<Ratio>> CompareAsync(BenchCluster cluster)
    {
        await StreamAsync(cluster, "warm-up", Small);
        (double fewHeld, double fewSeconds) = await StreamAsync(cluster, "few", Small);
        (double manyHeld, double manySeconds) = await StreamAsync(cluster, "many", Large);
        (_, double againSeconds) = await StreamAsync(cluster, "many", Large);
        double small = await SetAsync(cluster, "small", Small);
        double large = await SetAsync(cluster, "large", Large);
        return
        [
            Ratio.AtMost("Memory held while rules are applied as they come, all of it: 20,000 / 2,000", manyHeld / fewHeld, 1.2),
            Ratio.WithoutBar("Memory held while 20,000 rules are applied as they come, all of it: MB", manyHeld),
            Ratio.AtMost("Rules applied as they come: seconds a rule at 20,000 / at 2,000", manySeconds / Large / (fewSeconds / Small), 2),
            Ratio.WithoutBar("20,000 rules applied as they come: seconds", manySeconds),
            Ratio.WithoutBar("20,000 rules applied as they come, unchanged: seconds", againSeconds),
            Ratio.AtMost("Bytes held for a rule while a set is applied, beside the set: at 20,000 / at 2,000", large / Large / (small / Small), 1.2),
            Ratio.WithoutBar("Memory held while a set of 20,000 rules is applied, beside the set: MB", large),
        ];
    }

    // What survives a collection while work is under way, in MB, the objects included.
    private static async Task<(double Held, double Seconds)> StreamAsync(BenchCluster cluster, string @namespace, int count)
    {
        await cluster.NewRulesAsync(@namespace, 0);
        Peak peak = new(count);
        IAsyncEnumerable<ResourceEntry> rules = BenchCluster.Rules(@namespace, count).Select(r => new ResourceEntry(r)).ToAsyncEnumerable();
        await foreach (ApplyResult result in cluster.Applier.ApplyInBatchesAsync(rules, Batch, BenchCluster.Options, peak))
        {
            Check(result);
        }

        return (peak.Megabytes, peak.Seconds);
    }

    // The same, the set left out.
    private static async Task<double> SetAsync(BenchCluster cluster, string @namespace, int count)
    {
        ResourceSet set = await cluster.NewRulesAsync(@namespace, count);
        Peak peak = new(count);
        Check(await cluster.Applier.ApplyAsync(set, BenchCluster.Options, peak));
        GC.KeepAlive(set);
        return peak.Megabytes;
    }

    private static void Check(ApplyResult result)
    {
        if (!result.IsSuccess)
        {
            throw new InvalidOperationException(result.ToTable());
        }
    }

    // Looks two hundred times, however many objects there are, and leaves the time that this takes out.
    private sealed class Peak(int count) : IProgress<ApplyEvent>
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly Lock _gate = new();
        private long _most;

        public double Megabytes => (_most - _before) / 1e6;

        public double Seconds => _watch.Elapsed.TotalSeconds;

        public void Report(ApplyEvent value)
        {
            if (value.Kind == ApplyEventKind.Finished && value.Completed % (count / Looks) == 0)
            {
                lock (_gate)
                {
                    _watch.Stop();
                    _most = Math.Max(_most, GC.GetTotalMemory(forceFullCollection: true));
                    _watch.Start();
                }
            }
        }
    }
}
