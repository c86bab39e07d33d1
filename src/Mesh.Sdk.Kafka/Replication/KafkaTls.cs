using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>TLS to the brokers of a cluster.</summary>
public sealed record KafkaTls
{
    /// <summary>Gets where the certificates that are trusted are, as PEM; <see langword="null"/> trusts what the JVM trusts.</summary>
    public SecretReference? TrustedCertificates { get; init; }

    /// <summary>Gets where the certificate chain of the client is, as PEM; <see langword="null"/> shows none. Goes with <see cref="ClientKey"/>.</summary>
    public SecretReference? ClientCertificate { get; init; }

    /// <summary>Gets where the private key of the client is, as PEM.</summary>
    public SecretReference? ClientKey { get; init; }
}
