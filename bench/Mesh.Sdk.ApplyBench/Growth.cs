using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.ApplyBench;

/// <summary>How much memory applying holds beside the set itself, as the set grows.</summary>
internal static class Growth
{
    private const int Small = 2_000;
    private const int Large = 20_000;

    public static async Task<IEnumerable<Ratio>> CompareAsync(BenchCluster cluster)
    {
        double small = await HeldAsync(cluster, await cluster.NewRulesAsync("small", Small));
        double large = await HeldAsync(cluster, await cluster.NewRulesAsync("large", Large));
        return
        [
            Ratio.AtMost("Bytes held for a rule while applying, beside the set: at 20,000 / at 2,000", (large / Large) / (small / Small), 1.2),
            Ratio.WithoutBar("Memory held while applying 20,000 rules, beside the set: MB", large),
        ];
    }

    // What survives a collection while work is under way, the set left out, in MB.
    private static async Task<double> HeldAsync(BenchCluster cluster, ResourceSet set)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Peak peak = new(set.Count / 10);
        ApplyResult result = await cluster.Applier.ApplyAsync(set, BenchCluster.Options, peak);
        GC.KeepAlive(set);
        return result.IsSuccess ? (peak.Bytes - before) / 1e6 : throw new InvalidOperationException(result.ToTable());
    }

    private sealed class Peak(int every) : IProgress<ApplyEvent>
    {
        public long Bytes { get; private set; }

        public void Report(ApplyEvent value)
        {
            if (value.Kind == ApplyEventKind.Finished && value.Completed % every == 0)
            {
                Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: true));
            }
        }
    }
}
