using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>How workers of Strimzi connect to their Kafka cluster.</summary>
internal static class StrimziConnection
{
    public static Tls? Tls(ReplicationCluster kafka) => kafka.Tls switch
    {
        null => null,
        { TrustedCertificates: { } trusted } => new() { TrustedCertificates = [Trusted(trusted)] },
        _ => new() { TrustedCertificates = [] },
    };

    public static KafkaClientAuthentication? Authentication(ReplicationCluster kafka, SecretProvider secrets) => kafka switch
    {
        { Sasl.Mechanism: SaslMechanism.OAuthBearer } or { Sasl: not null, Tls.ClientCertificate: not null } => Custom(kafka, secrets),
        { Sasl: { } sasl } => new()
        {
            Type = sasl.Mechanism switch
            {
                SaslMechanism.Plain => KafkaClientAuthenticationType.Plain,
                SaslMechanism.ScramSha256 => KafkaClientAuthenticationType.ScramSha256,
                _ => KafkaClientAuthenticationType.ScramSha512,
            },
            Username = sasl.User,
            PasswordSecret = new() { SecretName = sasl.Password.Secret, Password = sasl.Password.Key },
        },
        { Tls.ClientCertificate: { } certificate } when certificate.Chain.Secret == certificate.Key.Secret => new()
        {
            Type = KafkaClientAuthenticationType.Tls,
            CertificateAndKey = new() { SecretName = certificate.Chain.Secret, Certificate = certificate.Chain.Key, Key = certificate.Key.Key },
        },
        { Tls.ClientCertificate: not null } => Custom(kafka, secrets),
        _ => null,
    };

    private static TrustedCertificate Trusted(SecretReference trusted) => trusted.Key.Contains('*', StringComparison.Ordinal)
        ? new() { SecretName = trusted.Secret, Pattern = trusted.Key }
        : new() { SecretName = trusted.Secret, Certificate = trusted.Key };

    // The type 'oauth' is gone in v1, and no type has a certificate beside a password; 'custom' passes settings of the client on.
    private static KafkaClientAuthentication Custom(ReplicationCluster kafka, SecretProvider secrets) => new()
    {
        Type = KafkaClientAuthenticationType.Custom,
        Sasl = kafka.Sasl is not null,
        Config = UntypedValue.From(new UntypedFields(
            kafka.Connection().ToList()
                .Where(s => s.Key.StartsWith("sasl.", StringComparison.Ordinal) || s.Key.StartsWith("ssl.keystore.", StringComparison.Ordinal))
                .Select(s => KeyValuePair.Create(s.Key, UntypedValue.From(s.Value.Write(secrets.Write)))))),
    };
}
