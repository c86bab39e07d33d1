using System.Text.RegularExpressions;
using Mesh.Sdk.Kafka.Replication.Checks;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Which settings of connectors are secrets, where only their names and values tell.</summary>
internal static partial class SecretSettings
{
    public const string Mask = "***";

    /// <summary>Tells whether a value must not be shown. A value that is nothing but a reference may.</summary>
    public static bool IsHidden(string name, string value) => !Reference().IsMatch(value) && (IsSecret(name) || HoldsPassword(value));

    /// <summary>Tells whether a setting is a secret by its name.</summary>
    public static bool IsSecret(string name) => SettingChecks.IsSecretByName(name) || SecretName().IsMatch(name);

    /// <summary>Tells whether an address has a password in it.</summary>
    public static bool HoldsPassword(string value) => AddressWithPassword().IsMatch(value);

    /// <summary>Tells whether a value is nothing but a reference to a configuration provider.</summary>
    public static bool IsReference(string value) => Reference().IsMatch(value);

    /// <summary>Returns the values that must not be shown, longest first.</summary>
    public static string[] ValuesOf(IEnumerable<KeyValuePair<string, string>> config) =>
        [.. config.Where(s => s.Value.Length > 0 && IsHidden(s.Key, s.Value)).Select(s => s.Value).Distinct().OrderByDescending(v => v.Length)];

    /// <summary>Returns a text in one line, with <c>***</c> where a secret stands.</summary>
    public static string Hide(string text, IEnumerable<string> secrets) =>
        secrets.Where(s => s.Length > 0).Aggregate(text, (hidden, secret) => hidden.Replace(secret, Mask, StringComparison.Ordinal)).ReplaceLineEndings(" ");

    [GeneratedRegex(@"\A\$\{[^{}:]+:[^{}]*\}\z")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?:\A|[._-])\w*(?:password|passphrase|secret|credentials?|apikey|token|private\.key|secret\.access\.key|auth\.user\.info)\z", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"://[^/\s@]*:[^/\s@]+@|[?&;](?:password|pwd|trustStorePassword|keyStorePassword)=[^&;$]", RegexOptions.IgnoreCase)]
    private static partial Regex AddressWithPassword();
}
