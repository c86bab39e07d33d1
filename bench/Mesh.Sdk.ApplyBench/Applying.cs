using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.ApplyBench;

/// <summary>Applying and planning 2,000 DestinationRules: kubectl, a bare loop of HttpClient, and the SDK.</summary>
internal static class Applying
{
    private const int Rules = 2_000;
    private const string Recorded = "recorded";
    private const int WarmUps = 2;
    private const int Rounds = 5;

    public static async Task<IEnumerable<Ratio>> CompareAsync(BenchCluster cluster)
    {
        using BareLoop loop = new(cluster);
        (List<Turn> bare, List<Turn> ours) = await ApplyInTurnsAsync(cluster, loop);
        ResourceSet applied = await cluster.NewRulesAsync("ours-1", Rules);
        (List<Turn> lists, List<Turn> plans) = await PlanInTurnsAsync(cluster, loop, applied);
        (double theirs, double theirDiff) = await KubectlAsync(cluster);
        return
        [
            Ratio.AtLeast("2,000 rules applied: kubectl apply --server-side / SDK", theirs / Time(ours), 8),
            Ratio.AtLeast("2,000 rules applied: bare HttpClient loop with the same parallelism / SDK", Time(bare) / Time(ours), 0.85),
            Ratio.AtLeast("2,000 rules planned unchanged: kubectl diff --server-side / SDK", theirDiff / Time(plans), 40),
            Ratio.WithoutBar("2,000 rules planned unchanged: bare HttpClient that lists and parses them / SDK", Time(lists) / Time(plans)),
            Ratio.WithoutBar("2,000 rules applied by the SDK: seconds", Time(ours) / 1000),
            Ratio.WithoutBar("2,000 rules planned by the SDK: seconds", Time(plans) / 1000),
            Ratio.WithoutBar("Processor time in this process for a rule applied by the SDK: microseconds", ProcessorTime(ours) * 1000 / Rules),
            Ratio.WithoutBar("Processor time in this process for a rule sent by the bare loop: microseconds", ProcessorTime(bare) * 1000 / Rules),
            Ratio.WithoutBar("Requests that the SDK sends for 2,000 rules", ours[^1].Requests),
        ];
    }

    // Each into an empty namespace. Who was second begins the next round, as the store grows with every turn.
    private static async Task<(List<Turn> Bare, List<Turn> Ours)> ApplyInTurnsAsync(BenchCluster cluster, BareLoop loop)
    {
        IReadOnlyList<SentRequest> sent = await cluster.RecordAsync(await cluster.NewRulesAsync(Recorded, Rules));
        (List<Turn> bare, List<Turn> ours) = ([], []);
        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            bool startsBare = round % 2 == 0;
            if (startsBare)
            {
                bare.Add(await BareTurnAsync(cluster, loop, sent, $"bare-{round}"));
            }

            ours.Add(await OurTurnAsync(cluster, $"ours-{round}"));
            if (!startsBare)
            {
                bare.Add(await BareTurnAsync(cluster, loop, sent, $"bare-{round}"));
            }
        }

        return (bare, ours);
    }

    private static async Task<Turn> BareTurnAsync(BenchCluster cluster, BareLoop loop, IReadOnlyList<SentRequest> sent, string @namespace)
    {
        await cluster.NewRulesAsync(@namespace, 0);
        await cluster.CollectGarbageAsync();
        return await loop.ApplyAsync(sent.Select(r => r.In(Recorded, @namespace)));
    }

    private static async Task<Turn> OurTurnAsync(BenchCluster cluster, string @namespace)
    {
        ResourceSet set = await cluster.NewRulesAsync(@namespace, Rules);
        await cluster.CollectGarbageAsync();
        int before = cluster.Requests;
        Turn turn = await Turn.OfAsync(() => cluster.ApplyAsync(set));
        return turn with { Requests = cluster.Requests - before };
    }

    private static async Task<(List<Turn> Lists, List<Turn> Plans)> PlanInTurnsAsync(BenchCluster cluster, BareLoop loop, ResourceSet set)
    {
        (List<Turn> lists, List<Turn> plans) = ([], []);
        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            lists.Add(await loop.ListAsync("ours-1"));
            plans.Add(await Turn.OfAsync(async () =>
            {
                ApplyPlan plan = await cluster.Applier.PlanAsync(set, BenchCluster.Options);
                if (plan.HasChanges)
                {
                    throw new InvalidOperationException(plan.ToTable());
                }
            }));
        }

        return (lists, plans);
    }

    private static async Task<(double Apply, double Diff)> KubectlAsync(BenchCluster cluster)
    {
        string file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, (await cluster.NewRulesAsync("theirs", Rules)).Resources.ToYaml());
        await cluster.CollectGarbageAsync();
        double apply = Kubectl("apply");
        await cluster.CollectGarbageAsync();
        double diff = Kubectl("diff");
        File.Delete(file);
        return (apply, diff);

        double Kubectl(string verb) => Peer.Run("kubectl", "--kubeconfig", cluster.KubeConfigPath, verb, "--server-side", "-f", file).Milliseconds;
    }

    private static double Time(List<Turn> turns) => Median(turns, t => t.Milliseconds);

    private static double ProcessorTime(List<Turn> turns) => Median(turns, t => t.ProcessorMilliseconds);

    private static double Median(List<Turn> turns, Func<Turn, double> measure)
    {
        double[] sorted = [.. turns.Skip(WarmUps).Select(measure).Order()];
        return sorted[sorted.Length / 2];
    }
}
