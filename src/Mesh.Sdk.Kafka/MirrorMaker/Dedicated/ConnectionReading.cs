using System.Text.RegularExpressions;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>
/// Brings settings of TLS and SASL back into the words of a definition where these say all of it; settings of any other shape stay
/// settings.
/// </summary>
internal static partial class ConnectionReading
{
    public static ReplicationCluster Read(string alias, IEnumerable<KeyValuePair<string, SettingValue>> settings)
    {
        Dictionary<string, SettingValue> byName = settings.ToDictionary(StringComparer.Ordinal);
        ReplicationCluster plain = new()
        {
            Alias = alias,
            BootstrapServers = byName.GetValueOrDefault("bootstrap.servers")?.Text is { } servers ? SettingText.SplitList(servers) : [],
        };
        ReplicationCluster typed = plain with { Tls = ReadTls(byName), Sasl = ReadSasl(byName) };
        bool saysAll = typed.Connection().Where(s => s.Key != "bootstrap.servers").All(s => s.Value == byName.GetValueOrDefault(s.Key));
        ReplicationCluster cluster = saysAll ? typed : plain;
        EquatableMap<SettingValue> said = cluster.Connection();
        return cluster with { Settings = byName.Where(s => !said.ContainsKey(s.Key)).ToEquatableMap() };
    }

    private static KafkaTls? ReadTls(Dictionary<string, SettingValue> settings) =>
        settings.GetValueOrDefault("security.protocol")?.Text is "SSL" or "SASL_SSL"
            ? new()
            {
                TrustedCertificates = settings.GetValueOrDefault("ssl.truststore.certificates")?.Secret,
                ClientCertificate = (settings.GetValueOrDefault("ssl.keystore.certificate.chain")?.Secret, settings.GetValueOrDefault("ssl.keystore.key")?.Secret) is ({ } chain, { } key)
                    ? new(chain, key)
                    : null,
            }
            : null;

    private static KafkaSasl? ReadSasl(Dictionary<string, SettingValue> settings)
    {
        SaslMechanism? mechanism = settings.GetValueOrDefault("sasl.mechanism")?.Text switch
        {
            "PLAIN" => SaslMechanism.Plain,
            "SCRAM-SHA-256" => SaslMechanism.ScramSha256,
            "SCRAM-SHA-512" => SaslMechanism.ScramSha512,
            "OAUTHBEARER" => SaslMechanism.OAuthBearer,
            _ => null,
        };
        if (mechanism is null || settings.GetValueOrDefault("sasl.jaas.config") is not { Secret: { } password } login)
        {
            return null;
        }

        Match scope = Scope().Match(login.After);
        return new()
        {
            Mechanism = mechanism.Value,
            User = Unquote(User().Match(login.Before).Groups["user"].Value),
            Password = password,
            TokenEndpoint = Uri.TryCreate(settings.GetValueOrDefault("sasl.oauthbearer.token.endpoint.url")?.Text, UriKind.Absolute, out Uri? endpoint) ? endpoint : null,
            Scope = scope.Success ? Unquote(scope.Groups["scope"].Value) : null,
        };
    }

    private static string Unquote(string text) => Escape().Replace(text, "$1");

    [GeneratedRegex("""(?:username|clientId)="(?<user>(?:[^"\\]|\\.)*)" """)]
    private static partial Regex User();

    [GeneratedRegex("""\A" scope="(?<scope>(?:[^"\\]|\\.)*)";\z""")]
    private static partial Regex Scope();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
