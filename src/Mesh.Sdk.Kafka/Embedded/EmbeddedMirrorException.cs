using Mesh.Sdk.Kafka.Replication;

namespace Mesh.Sdk.Kafka.Embedded;

/// <summary>A task of an embedded mirror has failed: its partitions are copied no further until the flow is restarted.</summary>
public sealed class EmbeddedMirrorException : Exception
{
    internal EmbeddedMirrorException(SourceAndTarget flow, string reason, Exception? inner = null)
        : base($"A task of the flow {flow} has failed: {reason.TrimEnd('.')}. Correct the cause and restart the flow; it goes on behind the last record that was copied.", inner) =>
        Flow = flow;

    /// <summary>Gets the flow.</summary>
    public SourceAndTarget Flow { get; }
}
