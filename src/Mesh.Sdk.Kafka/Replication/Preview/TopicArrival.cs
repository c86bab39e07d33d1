namespace Mesh.Sdk.Kafka.Replication.Preview;

/// <summary>A topic that a flow brings to its target.</summary>
/// <param name="Direction">Direction of the flow.</param>
/// <param name="Topic">Its name on the source.</param>
/// <param name="RemoteTopic">Its name on the target.</param>
/// <param name="Hops">Which hop this is, from 1, counted from the cluster that the topic was given for.</param>
public readonly record struct TopicArrival(SourceAndTarget Direction, string Topic, string RemoteTopic, int Hops)
{
    /// <summary>Returns the flow and both names.</summary>
    public override string ToString() => $"{Direction}  {Topic} -> {RemoteTopic}";
}
