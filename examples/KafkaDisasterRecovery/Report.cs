using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Replication.Preview;

namespace KafkaDisasterRecovery;

/// <summary>What the example prints and writes.</summary>
internal static class Report
{
    public static void Findings(string title, DiagnosticReport report)
    {
        Heading(title);
        Console.WriteLine(report.Count == 0 ? "nothing" : report.ToString());
    }

    public static void Text(string title, object text)
    {
        Heading(title);
        Console.WriteLine(text);
    }

    public static void Files(string title, IEnumerable<string> files)
    {
        Heading(title);
        foreach (string file in files)
        {
            Console.WriteLine(file);
        }
    }

    public static void Secrets(string title, IEnumerable<RequiredSecret> secrets)
    {
        Heading(title);
        foreach (RequiredSecret secret in secrets)
        {
            Console.WriteLine($"{secret.Cluster,-20} {secret.Namespace}/{secret.Name}: {string.Join(", ", secret.Keys)}");
        }
    }

    public static void Preview(string title, IEnumerable<FlowPreview> flows)
    {
        Heading(title);
        foreach (FlowPreview flow in flows)
        {
            foreach (TopicPreview topic in flow)
            {
                Console.WriteLine($"{flow.Direction}  {topic}");
            }
        }
    }

    public static async Task<string> WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static void Heading(string title) => Console.WriteLine($"\n{title}\n");
}
