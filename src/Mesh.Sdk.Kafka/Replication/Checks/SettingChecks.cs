using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Replication.Checks;

/// <summary>The value of one setting, whoever reads it.</summary>
internal static class SettingChecks
{
    /// <summary>Checks a value.</summary>
    /// <param name="owner">Cluster or flow, for messages.</param>
    /// <param name="name">Name of the setting.</param>
    /// <param name="value">Its value.</param>
    /// <param name="setting">What its reader knows; <see langword="null"/> if nothing.</param>
    /// <param name="path">Place in the definition.</param>
    public static IEnumerable<Diagnostic> Run(string owner, string name, SettingValue value, MirrorSetting? setting, string path)
    {
        if (value.Secret is { } secret)
        {
            return IsLegal(secret) ? [] : [IllegalSecret(owner, secret, path)];
        }

        string text = value.Before;
        if (setting?.Type == SettingType.Password || IsSecretByName(name))
        {
            return [ReplicationDiagnostics.PlainSecret.At(path, owner, name)];
        }

        if (text.Contains("${", StringComparison.Ordinal))
        {
            return [ReplicationDiagnostics.ReferenceInText.At(path, owner, name)];
        }

        return setting?.FindProblem(text) is { } problem ? [ReplicationDiagnostics.SettingValue.At(path, owner, name, problem)] : [];
    }

    public static bool IsLegal(SecretReference secret) => IsLegal(secret.Secret) && IsLegal(secret.Key);

    public static Diagnostic IllegalSecret(string owner, SecretReference secret, string path) =>
        ReplicationDiagnostics.Secret.At(path, owner, secret.Secret, secret.Key);

    /// <summary>Tells whether a setting is a secret. Clients know the names of secrets behind any prefix.</summary>
    public static bool IsSecretByName(string name) =>
        MirrorSettings.Secrets.Any(secret => name.EndsWith(secret, StringComparison.Ordinal) && (name.Length == secret.Length || name[^(secret.Length + 1)] == '.'));

    private static bool IsLegal(string part) => part.Length > 0 && !part.Any(c => c is ':' or '}' || char.IsControl(c));
}
