using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>TLS and login of a Kafka cluster in Strimzi's words.</summary>
internal sealed class StrimziConnection(StrimziVersion version, MountedSecrets secrets)
{
    private const string Protocol = "security.protocol";

    // What the field 'config' of an authentication takes.
    private static readonly string[] OfAuthentication = ["sasl.", "ssl.keystore."];

    /// <summary>Tells whether a setting of a cluster is said by its TLS and authentication, and not in its <c>config</c>.</summary>
    public static bool IsOfConnection(string name) => name == Protocol || OfAuthentication.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Returns <c>tls</c>; <see langword="null"/> if there is none. No certificate means those that the JVM trusts.</summary>
    public static UntypedValue? Tls(ReplicationCluster cluster)
    {
        bool isTls = cluster.Tls is not null || cluster.Settings.GetValueOrDefault(Protocol)?.Text is "SSL" or "SASL_SSL";
        return isTls ? Tree.Map(("trustedCertificates", Tree.List(cluster.Tls?.TrustedCertificates is { } trusted ? [Trusted(trusted)] : []))) : null;
    }

    /// <summary>Returns <c>authentication</c>; <see langword="null"/> if MirrorMaker is nobody.</summary>
    public UntypedValue? Authentication(ReplicationCluster cluster) => (cluster.Sasl, cluster.Tls?.ClientCertificate) switch
    {
        _ when cluster.Settings.Any(s => IsOfConnection(s.Key) && s.Key != Protocol) => Custom(cluster),
        (null, null) => null,
        (null, { } certificate) when certificate.Chain.Secret == certificate.Key.Secret => Certificate(certificate),
        ({ Mechanism: not SaslMechanism.OAuthBearer } sasl, null) => Password(sasl),
        ({ } sasl, null) when version == StrimziVersion.V1Beta2 => OAuth(sasl),
        _ => Custom(cluster),
    };

    private static UntypedValue Trusted(SecretReference trusted) =>
        Tree.Map(("secretName", trusted.Secret), (trusted.Key.Contains('*', StringComparison.Ordinal) ? "pattern" : "certificate", trusted.Key));

    private static UntypedValue Certificate(KafkaClientCertificate certificate) => Tree.Map(
        ("type", "tls"),
        ("certificateAndKey", Tree.Map(("secretName", certificate.Chain.Secret), ("certificate", certificate.Chain.Key), ("key", certificate.Key.Key))));

    private static UntypedValue Password(KafkaSasl sasl) => Tree.Map(
        ("type", sasl.Mechanism switch
        {
            SaslMechanism.Plain => "plain",
            SaslMechanism.ScramSha256 => "scram-sha-256",
            _ => "scram-sha-512",
        }),
        ("username", sasl.User),
        ("passwordSecret", Tree.Map(("secretName", sasl.Password.Secret), ("password", sasl.Password.Key))));

    private static UntypedValue OAuth(KafkaSasl sasl) => Tree.Map(
        ("type", "oauth"),
        ("clientId", sasl.User),
        ("clientSecret", Tree.Map(("secretName", sasl.Password.Secret), ("key", sasl.Password.Key))),
        ("tokenEndpointUri", sasl.TokenEndpoint?.AbsoluteUri is { } endpoint ? UntypedValue.From(endpoint) : null),
        ("scope", sasl.Scope is { } scope ? UntypedValue.From(scope) : null));

    // v1 knows no OAuth, and no version a certificate beside a password: Kafka's own settings say it.
    private UntypedValue Custom(ReplicationCluster cluster)
    {
        IEnumerable<KeyValuePair<string, SettingValue>> settings = cluster.Connection().Concat(cluster.Settings).DistinctBy(s => s.Key).ToList();
        bool isSasl = settings.FirstOrDefault(s => s.Key == Protocol).Value?.Text?.StartsWith("SASL", StringComparison.Ordinal) == true;
        return Tree.Map(
            ("type", "custom"),
            ("sasl", isSasl),
            ("config", Tree.Texts(secrets.Write(settings.Where(s => IsOfConnection(s.Key) && s.Key != Protocol)))));
    }
}
