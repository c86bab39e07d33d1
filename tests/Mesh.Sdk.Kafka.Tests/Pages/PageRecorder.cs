using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Tests.Pages;

/// <summary>Stands for <see cref="ReplicationTopology"/>, <see cref="ConnectTopology"/> and <see cref="DedicatedReading"/> in the code of pages and keeps what was found.</summary>
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
}
