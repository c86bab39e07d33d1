using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>The offset of one partition of a connector. Both objects have the shape that the connector gives them.</summary>
/// <param name="Partition">What is read, such as <c>{"cluster":"aws","partition":0,"topic":"orders"}</c>.</param>
/// <param name="Offset">How far, such as <c>{"offset":41}</c>; <see cref="UntypedValue.Null"/> deletes the offset.</param>
public sealed record ConnectorPosition(UntypedValue Partition, UntypedValue Offset);
