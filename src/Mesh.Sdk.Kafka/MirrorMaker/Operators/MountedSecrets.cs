using Mesh.Sdk.Kafka.Settings;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>
/// Secrets that the objects of Strimzi have no field for: mounted into the pods of a Connect cluster and read there by a configuration
/// provider, which needs no right to read secrets through the API.
/// </summary>
internal sealed class MountedSecrets
{
    /// <summary>Below this folder Strimzi lets secrets be mounted.</summary>
    public const string Root = "/mnt/";

    public static readonly SecretProvider Provider = SecretProvider.Directories with { Root = Root };

    private readonly SortedSet<string> _mounted = new(StringComparer.Ordinal);

    /// <summary>Returns settings as texts, and remembers the secrets that they refer to.</summary>
    public IEnumerable<KeyValuePair<string, string>> Write(IEnumerable<KeyValuePair<string, SettingValue>> settings) =>
        [.. settings.Select(s => KeyValuePair.Create(s.Key, s.Value.Write(Write)))];

    /// <summary>Returns what the workers need to look secrets up.</summary>
    public IEnumerable<KeyValuePair<string, string>> Providers() => _mounted.Count == 0
        ? []
        : [new("config.providers", Provider.Name), new($"config.providers.{Provider.Name}.class", Provider.ClassName)];

    /// <summary>Returns the template that mounts the secrets; <see langword="null"/> if there are none.</summary>
    public UntypedValue? Template() => _mounted.Count == 0
        ? null
        : Tree.Map(
            ("pod", Tree.Map(("volumes", Tree.List(_mounted.Select(s => Tree.Map(("name", ResourceNames.DnsLabel(s)), ("secret", Tree.Map(("secretName", s))))))))),
            ("connectContainer", Tree.Map(("volumeMounts", Tree.List(_mounted.Select(s => Tree.Map(("name", ResourceNames.DnsLabel(s)), ("mountPath", Root + s))))))));

    private string Write(SecretReference secret)
    {
        if (!secret.Secret.StartsWith('/'))
        {
            _mounted.Add(secret.Secret);
        }

        return Provider.Write(secret);
    }
}
