using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>TLS to the brokers of a cluster.</summary>
public sealed record KafkaTls
{
    /// <summary>Gets where the certificates that are trusted are, as PEM; <see langword="null"/> trusts what the JVM trusts.</summary>
    public SecretReference? TrustedCertificates { get; init; }

    /// <summary>Gets what the client shows of itself; <see langword="null"/> for nothing.</summary>
    public KafkaClientCertificate? ClientCertificate { get; init; }
}
