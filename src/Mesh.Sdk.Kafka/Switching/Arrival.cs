using Mesh.Sdk.Kafka.Clients;

namespace Mesh.Sdk.Kafka.Switching;

/// <summary>What a session tells its consumer: a record, or an error.</summary>
internal readonly record struct Arrival(ReceivedRecord? Record = null, KafkaClusterException? Error = null);
