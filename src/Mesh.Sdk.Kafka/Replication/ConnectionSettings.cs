using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>Bootstrap servers, TLS and SASL of a cluster as settings of Kafka's clients.</summary>
internal static class ConnectionSettings
{
    private const string Package = "org.apache.kafka.common.security.";

    public static EquatableMap<SettingValue> Of(ReplicationCluster cluster)
    {
        SortedDictionary<string, SettingValue> settings = new(StringComparer.Ordinal)
        {
            ["bootstrap.servers"] = SettingValue.Of(string.Join(',', cluster.BootstrapServers)),
        };
        if (Protocol(cluster) is { } protocol)
        {
            settings["security.protocol"] = SettingValue.Of(protocol);
        }

        AddTls(settings, cluster.Tls);
        AddSasl(settings, cluster.Sasl);
        return settings.ToEquatableMap();
    }

    private static string? Protocol(ReplicationCluster cluster) => (cluster.Tls, cluster.Sasl) switch
    {
        (null, null) => null,
        ({ }, null) => "SSL",
        (null, { }) => "SASL_PLAINTEXT",
        _ => "SASL_SSL",
    };

    private static void AddTls(SortedDictionary<string, SettingValue> settings, KafkaTls? tls)
    {
        if (tls?.TrustedCertificates is { } trusted)
        {
            settings["ssl.truststore.type"] = SettingValue.Of("PEM");
            settings["ssl.truststore.certificates"] = SettingValue.Of(trusted);
        }

        if (tls?.ClientCertificate is { } certificate)
        {
            settings["ssl.keystore.type"] = SettingValue.Of("PEM");
            settings["ssl.keystore.certificate.chain"] = SettingValue.Of(certificate.Chain);
            settings["ssl.keystore.key"] = SettingValue.Of(certificate.Key);
        }
    }

    private static void AddSasl(SortedDictionary<string, SettingValue> settings, KafkaSasl? sasl)
    {
        if (sasl is null)
        {
            return;
        }

        settings["sasl.mechanism"] = SettingValue.Of(MechanismOf(sasl));
        settings["sasl.jaas.config"] = Login(sasl);
        if (sasl.Mechanism == SaslMechanism.OAuthBearer)
        {
            settings["sasl.login.callback.handler.class"] = SettingValue.Of($"{Package}oauthbearer.OAuthBearerLoginCallbackHandler");
            settings["sasl.oauthbearer.token.endpoint.url"] = SettingValue.Of(sasl.TokenEndpoint is { IsAbsoluteUri: true } endpoint ? endpoint.AbsoluteUri : "");
        }
    }

    private static string MechanismOf(KafkaSasl sasl) => sasl.Mechanism switch
    {
        SaslMechanism.Plain => "PLAIN",
        SaslMechanism.ScramSha256 => "SCRAM-SHA-256",
        SaslMechanism.ScramSha512 => "SCRAM-SHA-512",
        _ => "OAUTHBEARER",
    };

    private static SettingValue Login(KafkaSasl sasl) => sasl.Mechanism switch
    {
        SaslMechanism.OAuthBearer => SettingValue.Around(
            sasl.Password,
            $"{Package}oauthbearer.OAuthBearerLoginModule required clientId={Quote(sasl.User)} clientSecret=\"",
            sasl.Scope is { } scope ? $"\" scope={Quote(scope)};" : "\";"),
        SaslMechanism.Plain => UserAndPassword(sasl, "plain.PlainLoginModule"),
        _ => UserAndPassword(sasl, "scram.ScramLoginModule"),
    };

    private static SettingValue UserAndPassword(KafkaSasl sasl, string module) =>
        SettingValue.Around(sasl.Password, $"{Package}{module} required username={Quote(sasl.User)} password=\"", "\";");

    private static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
