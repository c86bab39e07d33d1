using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication.Checks;

/// <summary>Alias, address, login and settings of a Kafka cluster.</summary>
internal static partial class ClusterChecks
{
    private static readonly string[] OpenPrefixes =
        ["producer.", "consumer.", "admin.", "key.converter.", "value.converter.", "header.converter.", "offset.storage.", "config.storage.", "status.storage.", "task", "worker"];

    public static IEnumerable<Diagnostic> Run(ReplicationCluster cluster)
    {
        string path = $"clusters[{cluster.Alias}]";
        return [.. CheckAddress(cluster, path), .. CheckLogin(cluster, path), .. CheckSettings(cluster, path)];
    }

    private static IEnumerable<Diagnostic> CheckAddress(ReplicationCluster cluster, string path)
    {
        if (!LegalAlias().IsMatch(cluster.Alias))
        {
            yield return ReplicationDiagnostics.Alias.At(path, cluster.Alias);
        }

        if (cluster.BootstrapServers.Count == 0)
        {
            yield return ReplicationDiagnostics.NoBootstrapServers.At(path, cluster.Alias);
        }

        foreach (string server in cluster.BootstrapServers.Where(server => !HostAndPort().IsMatch(server)).ToList())
        {
            yield return ReplicationDiagnostics.BootstrapServer.At($"{path}.bootstrapServers", cluster.Alias, server);
        }
    }

    private static IEnumerable<Diagnostic> CheckLogin(ReplicationCluster cluster, string path)
    {
        if (cluster.Sasl is { Mechanism: SaslMechanism.Plain } sasl && cluster.Tls is null)
        {
            yield return ReplicationDiagnostics.PasswordWithoutTls.At($"{path}.sasl", cluster.Alias, sasl.User);
        }

        if (cluster.Sasl is { Mechanism: SaslMechanism.OAuthBearer, TokenEndpoint: not { IsAbsoluteUri: true } })
        {
            yield return ReplicationDiagnostics.OAuth.At($"{path}.sasl", cluster.Alias);
        }

        foreach ((string name, SettingValue value) in cluster.Connection().Where(s => s.Value.Secret is { } secret && !SettingChecks.IsLegal(secret)).ToList())
        {
            yield return SettingChecks.IllegalSecret(cluster.Alias, value.Secret!, $"{path}.{name}");
        }

        if (cluster.Sasl is { } login && $"{login.User} {login.Scope}".Contains("${", StringComparison.Ordinal))
        {
            yield return ReplicationDiagnostics.ReferenceInText.At($"{path}.sasl", cluster.Alias, "sasl.jaas.config");
        }
    }

    private static IEnumerable<Diagnostic> CheckSettings(ReplicationCluster cluster, string path)
    {
        foreach ((string name, SettingValue value) in cluster.Settings.ToList())
        {
            MirrorSetting? setting = MirrorSettings.OfWorkers.GetValueOrDefault(name) ?? MirrorSettings.Find(name).FirstOrDefault(s => s.Scope == SettingScope.Security);
            foreach (Diagnostic finding in SettingChecks.Run(cluster.Alias, name, value, setting, $"{path}.settings[{name}]"))
            {
                yield return finding;
            }

            if (setting is null && !OpenPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)))
            {
                yield return ReplicationDiagnostics.UnknownSetting.At(
                    $"{path}.settings[{name}]", cluster.Alias, name, Suggestion.For(name, MirrorSettings.OfWorkers.Keys));
            }
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9._-]{1,100}\z")]
    private static partial Regex LegalAlias();

    // Kafka also takes the listener's protocol in front.
    [GeneratedRegex(@"\A(?:[A-Z_]+://)?(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}\z")]
    private static partial Regex HostAndPort();
}
