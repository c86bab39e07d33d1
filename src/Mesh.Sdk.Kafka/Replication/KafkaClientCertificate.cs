using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>What a client shows of itself in mutual TLS. Both are kept elsewhere, as PEM.</summary>
/// <param name="Chain">Where the certificate chain is.</param>
/// <param name="Key">Where the private key is.</param>
public sealed record KafkaClientCertificate(SecretReference Chain, SecretReference Key);
