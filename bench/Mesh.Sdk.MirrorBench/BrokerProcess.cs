using System.Diagnostics;
using System.Globalization;
using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.MirrorBench;

/// <summary>Two clusters in a process of their own, which writes records when it is told to: what is measured beside it is the mirror alone.</summary>
internal sealed class BrokerProcess : IDisposable
{
    private readonly Process _process;

    private BrokerProcess(Process process)
    {
        _process = process;
        Clients = new([Connect("aws", Answer()), Connect("gke", Answer())]);
    }

    public KafkaClients Clients { get; }

    public static BrokerProcess Start(int partitions) => new(Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { "exec", typeof(BrokerProcess).Assembly.Location, "brokers", partitions.ToString(CultureInfo.InvariantCulture) },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!);

    /// <summary>Runs in that process: tells where the clusters are, then writes as many records as each line of its input says.</summary>
    public static void Serve(int partitions)
    {
        using BenchClusters clusters = new(partitions);
        clusters.CreateTopicsOfMirror();
        Console.WriteLine(clusters.Source.BootstrapServers);
        Console.WriteLine(clusters.Target.BootstrapServers);
        while (Console.ReadLine() is { } records)
        {
            clusters.Fill(int.Parse(records, CultureInfo.InvariantCulture));
            Console.WriteLine();
        }
    }

    public void Fill(int records)
    {
        _process.StandardInput.WriteLine(records.ToString(CultureInfo.InvariantCulture));
        _ = Answer();
    }

    public void Dispose()
    {
        Clients.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ClusterClient Connect(string alias, string servers) => new(alias, new Dictionary<string, string> { ["bootstrap.servers"] = servers });

    private string Answer() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process of the brokers has ended.");
}
