using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>Reads the authentication of a cluster.</summary>
internal sealed class StrimziLoginReader(StrimziObject found, SecretReader secrets)
{
    // What else 'oauth' has of v1beta2, and a definition has not.
    private static readonly string[] OAuthFields = ["clientId", "clientSecret", "tokenEndpointUri", "scope", "type"];

    /// <summary>Adds the login to a cluster, and its settings.</summary>
    public ReplicationCluster Read(StrimziPart authentication, ReplicationCluster cluster, SettingMap settings)
    {
        UntypedValue tree = authentication.Tree;
        if (tree.TextOf("type") == "custom")
        {
            return Custom(authentication, cluster, settings);
        }

        ReplicationCluster plain = cluster with { Settings = secrets.Read(cluster.Alias, settings).ToEquatableMap() };
        switch (tree.TextOf("type"))
        {
            case "tls":
                return plain with { Tls = (plain.Tls ?? new()) with { ClientCertificate = Certificate(tree) } };
            case "plain":
                return plain with { Sasl = Password(tree, SaslMechanism.Plain) };
            case "scram-sha-256":
                return plain with { Sasl = Password(tree, SaslMechanism.ScramSha256) };
            case "scram-sha-512":
                return plain with { Sasl = Password(tree, SaslMechanism.ScramSha512) };
            case "oauth" when tree.Field("clientSecret") is { } secret:
                ReportOAuth(authentication, cluster.Alias);
                return plain with { Sasl = OAuth(tree, secret) };
            default:
                found.Report(StrimziDiagnostics.PartOnly, authentication.Path, "the authentication", cluster.Alias, "its type is not one that a definition has");
                return plain;
        }
    }

    private static KafkaClientCertificate? Certificate(UntypedValue tree)
    {
        string secret = tree.Field("certificateAndKey")?.TextOf("secretName") ?? "";
        return tree.Field("certificateAndKey") is { } pair
            ? new(new(secret, pair.TextOf("certificate") ?? ""), new(secret, pair.TextOf("key") ?? ""))
            : null;
    }

    private static KafkaSasl Password(UntypedValue tree, SaslMechanism mechanism) => new()
    {
        Mechanism = mechanism,
        User = tree.TextOf("username") ?? "",
        Password = new(tree.Field("passwordSecret")?.TextOf("secretName") ?? "", tree.Field("passwordSecret")?.TextOf("password") ?? ""),
    };

    private static KafkaSasl OAuth(UntypedValue tree, UntypedValue secret) => new()
    {
        Mechanism = SaslMechanism.OAuthBearer,
        User = tree.TextOf("clientId") ?? "",
        Password = new(secret.TextOf("secretName") ?? "", secret.TextOf("key") ?? ""),
        TokenEndpoint = Uri.TryCreate(tree.TextOf("tokenEndpointUri"), UriKind.Absolute, out Uri? endpoint) ? endpoint : null,
        Scope = tree.TextOf("scope"),
    };

    private void ReportOAuth(StrimziPart authentication, string alias)
    {
        string[] others = [.. authentication.Tree.Fields.Select(f => f.Key).Except(OAuthFields)];
        if (others.Length > 0)
        {
            found.Report(StrimziDiagnostics.PartOnly, authentication.Path, "the authentication", alias, $"it has no {string.Join(", ", others)}");
        }
    }

    // Kafka's own settings, which say the same as a definition where they have its shape.
    private ReplicationCluster Custom(StrimziPart authentication, ReplicationCluster cluster, SettingMap settings)
    {
        bool isSasl = authentication.Tree.Field("sasl")?.Boolean == true;
        settings.Put(authentication.Config());
        Dictionary<string, SettingValue> all = cluster.Connection().Concat(secrets.Read(cluster.Alias, settings)).ToDictionary(StringComparer.Ordinal);
        all["security.protocol"] = SettingValue.Of((cluster.Tls, isSasl) switch
        {
            (null, false) => "PLAINTEXT",
            (null, true) => "SASL_PLAINTEXT",
            (_, false) => "SSL",
            _ => "SASL_SSL",
        });
        return ConnectionReading.Read(cluster.Alias, all) with { MeshCluster = cluster.MeshCluster };
    }
}
