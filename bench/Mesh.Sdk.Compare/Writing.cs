using System.Buffers;
using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Compare;

/// <summary>DestinationRules to a YAML file: by the SDK, by cdk8s, and the ready bytes with no logic at all.</summary>
internal static class Writing
{
    private const int Rounds = 20;
    private const int PeerRounds = 5;
    private const int ProcessRuns = 9;

    public static IEnumerable<Ratio> Compare(int count, string cdk8s, string folder)
    {
        string file = Path.Combine(folder, "rules.yaml");
        (double Cdk8s, double Ours)[] once =
        [
            .. Enumerable.Range(0, ProcessRuns).Select(_ => (
                Peer.Run("node", cdk8s, Text(count), "1", file).Milliseconds,
                Peer.Run(Environment.ProcessPath!, "write", Text(count), file).Milliseconds)),
        ];
        double ratio = Stopwatches.Median(once.Select(o => o.Cdk8s / o.Ours));
        yield return Ratio.AtLeast($"{count:N0} rules to a YAML file, whole process: cdk8s / SDK", ratio, 20);

        (_, string[] lines) = Peer.Run("node", cdk8s, Text(count), Text(PeerRounds), file);
        double cdk8sSteady = Stopwatches.Median(lines.Skip(1).Select(l => double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture)));
        byte[][] documents = Documents(Rules.Make(count));
        DestinationRule[] rules = Rules.Make(count);
        double[] times = Stopwatches.Medians(
            Rounds,
            () => Write(count, file),
            () => WriteFile(rules, file),
            () => CopyFile(documents, file),
            () => rules.WriteYaml(new ArrayBufferWriter<byte>(8 * 1024 * 1024)),
            () => Copy(documents, new ArrayBufferWriter<byte>(8 * 1024 * 1024)));
        yield return Ratio.AtLeast($"{count:N0} rules made and written to a YAML file, steady state: cdk8s / SDK", cdk8sSteady / times[0], 20);
        yield return Ratio.AtMost($"{count:N0} rules to a YAML file: SDK / copying the ready bytes of each rule", times[1] / times[2], 3);
        yield return Ratio.WithoutBar($"{count:N0} rules to memory: SDK / copying the ready bytes of each rule", times[3] / times[4]);
    }

    /// <summary>The whole job: makes the rules and writes them.</summary>
    public static void Write(int count, string file) => WriteFile(Rules.Make(count), file);

    private static void WriteFile(DestinationRule[] rules, string file)
    {
        using FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        rules.WriteYaml(stream);
    }

    private static void CopyFile(byte[][] documents, string file)
    {
        const int pieceSize = 128 * 1024;
        using FileStream stream = new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        ArrayBufferWriter<byte> buffer = new(2 * pieceSize);
        foreach (byte[] document in documents)
        {
            buffer.Write(document);
            if (buffer.WrittenCount >= pieceSize)
            {
                stream.Write(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }

        stream.Write(buffer.WrittenSpan);
    }

    private static void Copy(byte[][] documents, ArrayBufferWriter<byte> buffer)
    {
        foreach (byte[] document in documents)
        {
            buffer.Write(document);
        }
    }

    private static byte[][] Documents(DestinationRule[] rules) =>
        [.. rules.Select(r => System.Text.Encoding.UTF8.GetBytes(r.ToYaml() + "---\n"))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
