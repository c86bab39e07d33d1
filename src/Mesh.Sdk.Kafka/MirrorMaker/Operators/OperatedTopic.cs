namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>A topic that an operator owns.</summary>
internal sealed record OperatedTopic(string Name, int Partitions, int? ReplicationFactor);
