using System.Globalization;
using Mesh.Sdk.Compare;

if (args is ["write", var howMany, var target])
{
    Writing.Write(int.Parse(howMany, CultureInfo.InvariantCulture), target);
    return 0;
}

Ratio[] ratios;
switch (args)
{
    case ["analyze"]:
        ratios = [.. Analyzing.Compare(), .. Analyzing.CompareClusters()];
        break;
    case ["analyze", "clusters"]:
        ratios = [.. Analyzing.CompareClusters()];
        break;
    case ["mirror"]:
        ratios = [.. Mirroring.Compare()];
        break;
    case ["translate"]:
        ratios = [.. Translating.Compare()];
        break;
    case ["simulate"]:
        ratios = [.. Simulating.Compare()];
        break;
    case [var cdk8s, var folder]:
        Directory.CreateDirectory(folder);
        ratios = [.. Writing.Compare(10_000, cdk8s, folder), .. Reading.Compare(10_000), .. Growth.Compare(), .. Analyzing.Compare(), .. Analyzing.CompareClusters(), .. Simulating.Compare(), .. Mirroring.Compare(), .. Translating.Compare()];
        break;
    default:
        Console.Error.WriteLine("usage: Mesh.Sdk.Compare <cdk8s script> <folder for files>   (bench/compare.sh does this), or: Mesh.Sdk.Compare analyze [clusters] | simulate | mirror | translate");
        return 2;
}

Console.WriteLine($"{"",-86} {"ratio",8}   {"bar",-14} met");
foreach (Ratio ratio in ratios)
{
    Console.WriteLine(ratio);
}

return ratios.All(r => r.IsMet) ? 0 : 1;
