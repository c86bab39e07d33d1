using System.Diagnostics;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.ApplyBench;

/// <summary>Applying and planning 2,000 DestinationRules: kubectl, a bare loop of HttpClient, and the SDK.</summary>
internal static class Applying
{
    private const int Rules = 2_000;
    private const int Rounds = 3;

    public static async Task<IEnumerable<Ratio>> CompareAsync(BenchCluster cluster)
    {
        using BareLoop loop = new(cluster);
        (List<double> bare, List<double> ours) = ([], []);
        for (int round = 0; round <= Rounds; round++)
        {
            // Turn by turn, each into an empty namespace; the first round is warm-up.
            bare.Add(await loop.ApplyAsync(await cluster.NewRulesAsync($"bare-{round}", Rules)));
            ours.Add(await cluster.ApplyAsync(await cluster.NewRulesAsync($"ours-{round}", Rules)));
        }

        (double theirs, double theirDiff) = await KubectlAsync(cluster);
        (double list, double plan) = await PlanAsync(cluster, loop, await cluster.NewRulesAsync("ours-1", Rules));
        return
        [
            Ratio.AtLeast("2,000 rules applied: kubectl apply --server-side / SDK", theirs / Median(ours), 8),
            Ratio.AtLeast("2,000 rules applied: bare HttpClient loop with the same parallelism / SDK", Median(bare) / Median(ours), 0.85),
            Ratio.AtLeast("2,000 rules planned unchanged: kubectl diff --server-side / SDK", theirDiff / plan, 40),
            Ratio.WithoutBar("2,000 rules planned unchanged: bare HttpClient that lists and parses them / SDK", list / plan),
            Ratio.WithoutBar("2,000 rules applied by the SDK: seconds", Median(ours) / 1000),
            Ratio.WithoutBar("2,000 rules planned by the SDK: seconds", plan / 1000),
        ];
    }

    private static async Task<(double Apply, double Diff)> KubectlAsync(BenchCluster cluster)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, (await cluster.NewRulesAsync("theirs", Rules)).Resources.ToYaml());
        double apply = Kubectl("apply");
        double diff = Kubectl("diff");
        File.Delete(file);
        return (apply, diff);

        double Kubectl(string verb) => Peer.Run("kubectl", "--kubeconfig", cluster.KubeConfigPath, verb, "--server-side", "-f", file).Milliseconds;
    }

    private static async Task<(double List, double Plan)> PlanAsync(BenchCluster cluster, BareLoop loop, ResourceSet set)
    {
        (List<double> lists, List<double> plans) = ([], []);
        for (int round = 0; round <= 2 * Rounds; round++)
        {
            lists.Add(await loop.ListAsync("ours-1"));
            long start = Stopwatch.GetTimestamp();
            ApplyPlan plan = await cluster.Applier.PlanAsync(set, BenchCluster.Options);
            plans.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (plan.HasChanges)
            {
                throw new InvalidOperationException(plan.ToTable());
            }
        }

        return (Median(lists), Median(plans));
    }

    private static double Median(List<double> times)
    {
        double[] sorted = [.. times.Skip(1).Order()];
        return sorted[sorted.Length / 2];
    }
}
