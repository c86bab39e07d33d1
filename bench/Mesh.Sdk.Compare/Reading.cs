using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Mesh.Sdk.Compare;

/// <summary>Documents into typed resources: by the SDK and by YamlDotNet's deserializer.</summary>
internal static class Reading
{
    public static IEnumerable<Ratio> Compare(int count)
    {
        string text = Rules.Make(count).ToYaml();
        double[] times = Stopwatches.Medians(16, () => ReadBySdk(text, count), () => ReadByYamlDotNet(text, count));
        yield return Ratio.AtLeast($"{count:N0} documents into typed resources: YamlDotNet's deserializer / SDK", times[1] / times[0], 3);
    }

    public static void ReadBySdk(string text, int count) =>
        Expect(count, new ResourceReader(MeshKinds.All).Read(text).OfType<DestinationRule>().Count());

    private static void ReadByYamlDotNet(string text, int count)
    {
        IDeserializer deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        Parser parser = new(new StringReader(text));
        parser.Consume<StreamStart>();
        int read = 0;
        while (parser.Accept<DocumentStart>(out _))
        {
            read += deserializer.Deserialize<PlainRule>(parser) is { Spec.TrafficPolicy.OutlierDetection: not null } ? 1 : 0;
        }

        Expect(count, read);
    }

    private static void Expect(int count, int read)
    {
        if (read != count)
        {
            throw new InvalidOperationException($"{read} of {count} documents were read.");
        }
    }
}
