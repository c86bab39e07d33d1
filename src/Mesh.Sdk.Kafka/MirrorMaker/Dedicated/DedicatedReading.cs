using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>What a property file of dedicated mode says, and what it got wrong.</summary>
/// <param name="Topology">Clusters and enabled flows as MirrorMaker would run them; not checked, so it may have errors that <paramref name="Report"/> lists.</param>
/// <param name="Secrets">The configuration provider of the file; the usual one if it has none.</param>
/// <param name="Report">Findings about the file, with their lines, and about the topology.</param>
public sealed record DedicatedReading(ReplicationTopology Topology, SecretProvider Secrets, DiagnosticReport Report)
{
    /// <summary>Reads a file. Secrets that stand in it in plain text are reported and replaced by references.</summary>
    /// <param name="text">Text of the file.</param>
    /// <param name="source">Its name, for positions.</param>
    public static DedicatedReading Read(string text, string source = "mm2.properties")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        return new DedicatedReader(text, source).Read();
    }
}
