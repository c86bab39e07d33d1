namespace Mesh.Sdk.Kafka.Connect;

/// <summary>What a worker says of itself at <c>GET /</c>.</summary>
/// <param name="Version">Version of Kafka, such as <c>4.1.0</c>.</param>
/// <param name="Commit">Commit it was built from.</param>
/// <param name="KafkaClusterId">Id of the Kafka cluster that the workers are attached to.</param>
public sealed record ConnectWorkerInfo(string Version, string Commit, string KafkaClusterId);
