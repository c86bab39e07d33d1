using System.Globalization;
using Mesh.Sdk.Compare;

if (args is ["write", var howMany, var target])
{
    Writing.Write(int.Parse(howMany, CultureInfo.InvariantCulture), target);
    return 0;
}

if (args is not [var cdk8s, var folder])
{
    Console.Error.WriteLine("usage: Mesh.Sdk.Compare <cdk8s script> <folder for files>   (bench/compare.sh does this)");
    return 2;
}

Directory.CreateDirectory(folder);
Ratio[] ratios = [.. Writing.Compare(10_000, cdk8s, folder), .. Reading.Compare(10_000), .. Growth.Compare()];
Console.WriteLine($"{"",-86} {"ratio",8}   {"bar",-14} met");
foreach (Ratio ratio in ratios)
{
    Console.WriteLine(ratio);
}

return ratios.All(r => r.IsMet) ? 0 : 1;
