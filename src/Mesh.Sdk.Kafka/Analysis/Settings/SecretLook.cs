using System.Text.RegularExpressions;

namespace Mesh.Sdk.Kafka.Analysis.Settings;

/// <summary>What secrets look like where no catalogue knows them.</summary>
internal static partial class SecretLook
{
    private static readonly string[] Endings = ["password", "passphrase", "secret", "token", "credentials", "private.key", "api.key", "access.key"];

    /// <summary>Tells whether the last words of a name are those of a secret.</summary>
    public static bool IsName(string name)
    {
        string words = name.Replace('-', '.').Replace('_', '.');
        return Endings.Any(e => words.EndsWith(e, StringComparison.OrdinalIgnoreCase) && (words.Length == e.Length || words[^(e.Length + 1)] == '.'));
    }

    /// <summary>Tells whether a text has an address with user and password.</summary>
    public static bool HasUserInfo(string text) => UserInfo().IsMatch(text);

    [GeneratedRegex("://[^\\s/@:]{1,200}:[^\\s/@]{1,200}@", RegexOptions.NonBacktracking)]
    private static partial Regex UserInfo();
}
