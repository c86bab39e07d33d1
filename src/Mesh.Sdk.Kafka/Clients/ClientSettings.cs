using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>Bootstrap servers, TLS and SASL of a cluster as settings of librdkafka.</summary>
internal static class ClientSettings
{
    public static Dictionary<string, string> Of(ReplicationCluster cluster, Func<SecretReference, string> secret)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal) { ["bootstrap.servers"] = string.Join(',', cluster.BootstrapServers) };
        if (cluster.Connection().TryGetValue("security.protocol", out SettingValue? protocol))
        {
            settings["security.protocol"] = protocol.Text!.ToLowerInvariant();
        }

        AddTls(settings, cluster.Tls, secret);
        AddSasl(settings, cluster, secret);
        return settings;
    }

    private static void AddTls(Dictionary<string, string> settings, KafkaTls? tls, Func<SecretReference, string> secret)
    {
        if (tls?.TrustedCertificates is { } trusted)
        {
            settings["ssl.ca.pem"] = secret(trusted);
        }

        if (tls?.ClientCertificate is { } certificate)
        {
            settings["ssl.certificate.pem"] = secret(certificate.Chain);
            settings["ssl.key.pem"] = secret(certificate.Key);
        }
    }

    private static void AddSasl(Dictionary<string, string> settings, ReplicationCluster cluster, Func<SecretReference, string> secret)
    {
        if (cluster.Sasl is not { } sasl)
        {
            return;
        }

        settings["sasl.mechanism"] = cluster.Connection()["sasl.mechanism"].Text!;
        if (sasl.Mechanism != SaslMechanism.OAuthBearer)
        {
            settings["sasl.username"] = sasl.User;
            settings["sasl.password"] = secret(sasl.Password);
            return;
        }

        settings["sasl.oauthbearer.method"] = "oidc";
        settings["sasl.oauthbearer.client.id"] = sasl.User;
        settings["sasl.oauthbearer.client.secret"] = secret(sasl.Password);
        settings["sasl.oauthbearer.token.endpoint.url"] = sasl.TokenEndpoint!.AbsoluteUri;
        if (sasl.Scope is { } scope)
        {
            settings["sasl.oauthbearer.scope"] = scope;
        }
    }
}
