using System.Text.RegularExpressions;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication.Checks;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Dedicated;

/// <summary>Tells texts from secrets. A secret in plain text is reported, once, and goes no further.</summary>
internal sealed partial class SecretReader(SecretProvider provider, List<Diagnostic> findings)
{
    /// <summary>Reads the settings of a cluster or flow.</summary>
    public IEnumerable<KeyValuePair<string, SettingValue>> Read(string owner, SettingMap settings) =>
        settings.Select(s => KeyValuePair.Create(s.Key, Read(owner, s.Key, s.Value))).ToList();

    private SettingValue Read(string owner, string name, string value)
    {
        if (Reference().Match(value) is { Success: true } match && match.Groups["provider"].Value == provider.Name)
        {
            SecretReference secret = provider.Read(match.Groups["path"].Value, match.Groups["key"].Value);
            return SettingValue.Around(secret, match.Groups["before"].Value, match.Groups["after"].Value);
        }

        if (!SettingChecks.IsSecretByName(name))
        {
            return SettingValue.Of(value);
        }

        findings.Add(ReplicationDiagnostics.PlainSecret.At($"{owner}.{name}", owner, name));
        return SettingValue.Of(new SecretReference(owner, name));
    }

    [GeneratedRegex(@"\A(?<before>[^$]*)\$\{(?<provider>[^}:]*):(?:(?<path>[^}:]*):)?(?<key>[^}:]*)\}(?<after>[^$]*)\z")]
    private static partial Regex Reference();
}
