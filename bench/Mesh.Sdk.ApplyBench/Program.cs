using Mesh.Sdk.ApplyBench;

if (args is not [var definitions, ..] || args.Length > 2 || !(args.Length == 1 || args[1] is "speed" or "growth"))
{
    Console.Error.WriteLine("usage: Mesh.Sdk.ApplyBench <file with Istio's CustomResourceDefinitions> [speed | growth]   (bench/apply.sh does this; the lab must be built)");
    return 2;
}

bool Runs(string part) => args.Length == 1 || args[1] == part;

using BenchLab lab = await BenchLab.StartAsync();
using BenchCluster cluster = new(lab.KubeConfigPath);
await cluster.DefineAsync(definitions);
Ratio[] ratios = [.. Runs("speed") ? await Applying.CompareAsync(cluster) : [], .. Runs("growth") ? await Growth.CompareAsync(cluster) : []];
Console.WriteLine($"kubectl: {Peer.Run("kubectl", "version", "--client").Lines[0]}");
Console.WriteLine($"{"",-86} {"ratio",8}   {"bar",-14} met");
foreach (Ratio ratio in ratios)
{
    Console.WriteLine(ratio);
}

return ratios.All(r => r.IsMet) ? 0 : 1;
