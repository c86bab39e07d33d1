using Mesh.Sdk.Kafka.Embedded;

namespace Mesh.Sdk.MirrorBench;

/// <summary>Memory of a process that does nothing but mirror, while millions of records are copied.</summary>
internal static class Memory
{
    // Few partitions, so that the brokers have soon all they keep.
    private const int Partitions = 8;
    private const int Records = 25_000;
    private const int PerMillion = 1_000_000 / Records;

    public static async Task<IEnumerable<Ratio>> MeasureAsync(int millions)
    {
        using BrokerProcess brokers = BrokerProcess.Start(Partitions);
        await using EmbeddedMirror mirror = EmbeddedMirror.Start(BenchClusters.Topology, brokers.Clients);
        List<double> peaks = [];
        for (int million = 0; million < millions; million++)
        {
            double peak = 0;
            for (int round = 0; round < PerMillion; round++)
            {
                brokers.Fill(Records);
                await mirror.WaitUntilCaughtUpAsync();
                peak = Math.Max(peak, Environment.WorkingSet / 1e6);
            }

            peaks.Add(peak);
            Console.WriteLine($"{million + 1,4} million: {peak,6:0} MB, {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0.0} MB of objects");
        }

        return [Ratio.AtMost($"Memory of the process: in the last of {millions} million records / in the second", peaks[^1] / peaks[Math.Min(1, peaks.Count - 1)], 1.1)];
    }
}
