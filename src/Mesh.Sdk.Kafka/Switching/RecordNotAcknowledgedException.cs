namespace Mesh.Sdk.Kafka.Switching;

/// <summary>A cluster was left before it acknowledged a record, which it may have written or not.</summary>
public sealed class RecordNotAcknowledgedException : Exception
{
    internal RecordNotAcknowledgedException(string cluster, string topic)
        : base($"The Kafka cluster '{cluster}' was left before it acknowledged a record of the topic '{topic}', which it may have written or not. "
            + "Write it again if it may be there twice, or have that done by UnacknowledgedRecords.SendAgain.") =>
        (Cluster, Topic) = (cluster, topic);

    /// <summary>Gets the alias of the cluster that was left.</summary>
    public string Cluster { get; }

    /// <summary>Gets the topic.</summary>
    public string Topic { get; }
}
