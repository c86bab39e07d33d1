using System.Buffers;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Compare;

/// <summary>How the time per object grows from 1,000 to 100,000 objects.</summary>
internal static class Growth
{
    private const int Few = 1_000;
    private const int Many = 100_000;

    public static IEnumerable<Ratio> Compare()
    {
        DestinationRule[] few = Rules.Make(Few);
        DestinationRule[] many = Rules.Make(Many);
        string fewText = few.ToYaml();
        string manyText = many.ToYaml();
        double[] times = Stopwatches.Medians(
            8,
            () => Repeat(Many / Few, () => few.WriteYaml(new ArrayBufferWriter<byte>(1024 * 1024))),
            () => many.WriteYaml(new ArrayBufferWriter<byte>(64 * 1024 * 1024)),
            () => Repeat(Many / Few, () => Reading.ReadBySdk(fewText, Few)),
            () => Reading.ReadBySdk(manyText, Many));
        yield return Ratio.AtMost("Writing: time per rule at 100,000 / at 1,000", times[1] / times[0], 2);
        yield return Ratio.AtMost("Reading: time per document at 100,000 / at 1,000", times[3] / times[2], 2);
    }

    private static void Repeat(int times, Action action)
    {
        for (int i = 0; i < times; i++)
        {
            action();
        }
    }
}
