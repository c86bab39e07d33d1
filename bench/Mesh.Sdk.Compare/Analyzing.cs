using Mesh.Sdk.Analysis;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Compare;

/// <summary>How the time of an analysis grows: half DestinationRules, half VirtualServices, over 1,000 services.</summary>
internal static class Analyzing
{
    private const int Few = 1_000;
    private const int Some = 10_000;
    private const int Many = 100_000;

    public static IEnumerable<Ratio> Compare()
    {
        ResourceSet few = MeshObjects.Make(Few);
        ResourceSet some = MeshObjects.Make(Some);
        ResourceSet asked = MeshObjects.Make(2 * Some);
        ResourceSet many = MeshObjects.Make(Many);
        double[] times = Stopwatches.Medians(
            6,
            () => few.Analyze(),
            () => some.Analyze(),
            () => asked.Analyze(),
            () => many.Analyze());
        yield return Ratio.AtMost("Analyzing: growth from 1,000 to 10,000 objects / that of n log n", times[1] / times[0] / Growth(Few, Some), 2);
        yield return Ratio.AtMost("Analyzing: growth from 10,000 to 100,000 objects / that of n log n", times[3] / times[1] / Growth(Some, Many), 2);
        yield return Ratio.WithoutBar("Analyzing 10,000 DestinationRules and 10,000 VirtualServices: seconds", times[2] / 1000);
        yield return Ratio.WithoutBar($"Analyzing {Many:N0} objects: seconds", times[3] / 1000);
    }

    private static double Growth(double from, double to) => to * Math.Log(to) / (from * Math.Log(from));
}
