using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>What objects of Strimzi say, and what they got wrong.</summary>
/// <param name="Topology">
/// Clusters and flows as MirrorMaker would run them, in the order of their aliases; not checked, so it may have errors that
/// <paramref name="Report"/> lists. Regions and numbers of brokers are not told.
/// </param>
/// <param name="Report">Findings about the objects and about the topology.</param>
public sealed record StrimziReading(ReplicationTopology Topology, DiagnosticReport Report)
{
    /// <summary>Reads each KafkaMirrorMaker2, be it <c>v1</c> or <c>v1beta2</c>, and each KafkaConnector that emits heartbeats.</summary>
    public static StrimziReading Read(ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return new StrimziReader(SourceMap.Empty).Read(resources);
    }

    /// <summary>Reads objects and the text they were read from; findings have positions there.</summary>
    public static StrimziReading Read(SourcedResources read)
    {
        ArgumentNullException.ThrowIfNull(read);
        StrimziReading reading = new StrimziReader(read.Sources).Read(read.Resources);
        return reading with { Report = read.Report.Merge(reading.Report) };
    }

    /// <summary>Reads the objects of a YAML text.</summary>
    /// <param name="text">Text.</param>
    /// <param name="source">Its name, for positions.</param>
    public static StrimziReading ReadYaml(string text, string source = "strimzi.yaml")
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(new ResourceReader(ResourceKinds.None).ReadWithPositions(text, source));
    }
}
