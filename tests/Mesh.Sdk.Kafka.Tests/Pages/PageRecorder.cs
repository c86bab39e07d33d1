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

    public static ReplicationTopology? Define(Action<ReplicationTopologyBuilder> configure)
    {
        Report = ReplicationTopology.TryDefine(configure, out ReplicationTopology? topology);
        return topology;
    }

    public static void Define(ReplicationTopology kafka, Action<ConnectTopologyBuilder> configure) => Report = ConnectTopology.TryDefine(kafka, configure, out _);

    public static void Read(string text) => Report = DedicatedReading.Read(text).Report;

    public static void ReadYaml(string text) => Report = StrimziReading.ReadYaml(text).Report;
}
