using Mesh.Sdk.ApplyBench;

if (args is not [var definitions, ..] || args.Length > 2 || (args.Length == 2 && args[1] != "growth"))
{
    Console.Error.WriteLine("usage: Mesh.Sdk.ApplyBench <file with Istio's CustomResourceDefinitions> [growth]   (bench/apply.sh does this; the lab must be built)");
    return 2;
}

using BenchLab lab = await BenchLab.StartAsync();
using BenchCluster cluster = new(lab.KubeConfigPath);
await cluster.DefineAsync(definitions);
Ratio[] ratios = [.. args.Length == 1 ? await Applying.CompareAsync(cluster) : [], .. await Growth.CompareAsync(cluster)];
Console.WriteLine($"{"",-86} {"ratio",8}   {"bar",-14} met");
foreach (Ratio ratio in ratios)
{
    Console.WriteLine(ratio);
}

return ratios.All(r => r.IsMet) ? 0 : 1;
