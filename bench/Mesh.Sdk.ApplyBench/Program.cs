using Mesh.Sdk.ApplyBench;

if (args is not [var definitions])
{
    Console.Error.WriteLine("usage: Mesh.Sdk.ApplyBench <file with Istio's CustomResourceDefinitions>   (bench/apply.sh does this; the lab must be built)");
    return 2;
}

using BenchLab lab = await BenchLab.StartAsync();
using BenchCluster cluster = new(lab.KubeConfigPath);
await cluster.DefineAsync(definitions);
Ratio[] ratios = [.. await Applying.CompareAsync(cluster), .. await Growth.CompareAsync(cluster)];
Console.WriteLine($"{"",-86} {"ratio",8}   {"bar",-14} met");
foreach (Ratio ratio in ratios)
{
    Console.WriteLine(ratio);
}

return ratios.All(r => r.IsMet) ? 0 : 1;
