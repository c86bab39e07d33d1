using System.Diagnostics;
using Mesh.Sdk.Kafka.Embedded;

namespace Mesh.Sdk.MirrorBench;

/// <summary>Records copied by the mirror and by a bare loop, turn by turn.</summary>
internal static class Copying
{
    private const int Rounds = 7;

    public static async Task<IEnumerable<Ratio>> CompareAsync()
    {
        using BenchClusters clusters = new();
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(BenchClusters.Topology, clusters.Clients);
        List<double> mirrored = [];
        List<double> bare = [];
        for (int round = 0; round <= Rounds; round++)
        {
            mirrored.Add(await MirrorAsync(clusters, mirror));
            bare.Add(await LoopAsync(clusters, mirror));
        }

        double ratio = Median(bare) / Median(mirrored);
        return
        [
            Ratio.AtLeast($"{BenchClusters.Records:N0} records of 1 KB copied: bare consume-produce loop / mirror (time)", ratio, 0.7),
            Ratio.WithoutBar("Thousand records a second: mirror", BenchClusters.Records / Median(mirrored)),
            Ratio.WithoutBar("Thousand records a second: bare loop", BenchClusters.Records / Median(bare)),
        ];
    }

    // Both wait with open connections while records are written.
    private static async Task<double> MirrorAsync(BenchClusters clusters, EmbeddedMirror mirror)
    {
        await mirror.WaitUntilCaughtUpAsync();
        await mirror.PauseAsync("aws", "gke");
        clusters.Fill();
        Stopwatch watch = Stopwatch.StartNew();
        mirror.Resume("aws", "gke");
        await mirror.WaitUntilCaughtUpAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> LoopAsync(BenchClusters clusters, EmbeddedMirror mirror)
    {
        await mirror.PauseAsync("aws", "gke");
        using BareLoop loop = new(clusters);
        clusters.Fill();
        double time = loop.Copy(BenchClusters.Records);
        mirror.Resume("aws", "gke");
        return time;
    }

    // The first round is for the compiler.
    private static double Median(List<double> times) => times.Skip(1).Order().ElementAt(Rounds / 2);
}
