using Mesh.Sdk.Analysis;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Compare;

/// <summary>How the time of an analysis grows: half DestinationRules, half VirtualServices, over 1,000 services; and services over clusters.</summary>
internal static class Analyzing
{
    private const int Few = 1_000;
    private const int Some = 10_000;
    private const int Many = 100_000;
    private const int FewServices = 250;
    private const int ManyServices = 1_000;

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

    /// <summary>The same services in several clusters, where every client is asked what it loses with each of them.</summary>
    public static IEnumerable<Ratio> CompareClusters()
    {
        ResourceSet few = ClusterObjects.Make(FewServices, clusters: 2);
        ResourceSet many = ClusterObjects.Make(ManyServices, clusters: 2);
        ResourceSet wide = ClusterObjects.Make(ManyServices, clusters: 5);
        double[] times = Stopwatches.Medians(6, () => few.Analyze(), () => many.Analyze(), () => wide.Analyze());
        yield return Ratio.AtMost("Analyzing two clusters: growth from 250 to 1,000 services / that of n log n", times[1] / times[0] / Growth(FewServices, ManyServices), 2);
        yield return Ratio.WithoutBar($"Analyzing 1,000 services in two clusters, {many.Count:N0} objects: seconds", times[1] / 1000);
        yield return Ratio.WithoutBar($"Analyzing 1,000 services in five clusters, {wide.Count:N0} objects: seconds", times[2] / 1000);
    }

    private static double Growth(double from, double to) => to * Math.Log(to) / (from * Math.Log(from));
}
