using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Pages;

/// <summary>Stands for what defines and reads topologies in the code of pages, and keeps what was found.</summary>
public static class PageRecorder
{
    /// <summary>Gets what the last code of this thread found.</summary>
    [field: ThreadStatic]
    public static DiagnosticReport? Report { get; private set; }

    public static ReplicationTopology Define(Action<ReplicationTopologyBuilder> configure)
    {
        Report = ReplicationTopology.TryDefine(configure, out ReplicationTopology? topology);
        return topology ?? new();
    }

    public static void Define(ReplicationTopology kafka, Action<ConnectTopologyBuilder> configure) => Report = ConnectTopology.TryDefine(kafka, configure, out _);

    public static DedicatedReading Read(string text)
    {
        DedicatedReading reading = DedicatedReading.Read(text);
        Report = reading.Report;
        return reading;
    }

    public static void ReadYaml(string text) => Report = StrimziReading.ReadYaml(text).Report;

    /// <summary>Keeps what an analysis found.</summary>
    public static void Keep(DiagnosticReport report) => Report = report;
}
