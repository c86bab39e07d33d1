using System.Globalization;
using Mesh.Sdk.MirrorBench;

Ratio[] ratios;
switch (args)
{
    case []:
        ratios = [.. await Copying.CompareAsync(), .. await Starting.MeasureAsync()];
        break;
    case ["memory", var millions]:
        ratios = [.. await Memory.MeasureAsync(int.Parse(millions, CultureInfo.InvariantCulture))];
        break;
    case ["brokers", var partitions]:
        BrokerProcess.Serve(int.Parse(partitions, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: Mesh.Sdk.MirrorBench [memory <million records>]");
        return 2;
}

Console.WriteLine($"{"",-86} {"ratio",8}   {"bar",-14} met");
foreach (Ratio ratio in ratios)
{
    Console.WriteLine(ratio);
}

return ratios.All(r => r.IsMet) ? 0 : 1;
