using System.Text.RegularExpressions;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply;

/// <summary>
/// Says whether a secret stands in plain text in an object that is no Secret, such as the password in the settings of a connector or in the environment of a
/// container. Only names tell; in doubt the value is not shown.
/// </summary>
internal static partial class PlainSecrets
{
    /// <summary>Tells whether a value, or something in it, is a secret.</summary>
    /// <param name="path">Place of the value, such as <c>spec.config[database.password]</c>.</param>
    /// <param name="value">The value.</param>
    public static bool In(string path, UntypedValue? value) => FieldPath.Split(path) switch
    {
        [.., var item, "value"] => HasSecret(item.Trim('"'), value),
        [.., var name] => HasSecret(name, value),
        _ => HasSecret("", value),
    };

    private static bool HasSecret(string name, UntypedValue? value) => value?.Kind switch
    {
        UntypedKind.Map => value.Fields.Any(f => HasSecret(f.Key, f.Value)) || HasSecret(value.Fields["name"]?.Text ?? "", value.Fields["value"]),
        UntypedKind.List => value.Items.Any(item => HasSecret(name, item)),
        UntypedKind.String => SecretName().IsMatch(name) && !Reference().IsMatch(value.Text!),
        _ => false,
    };

    [GeneratedRegex(@"(?:password|passwd|passphrase|secret|credentials?|token|(?:api|private|access)[._-]?key|jaas\.config|auth\.user\.info)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // Of Kafka's configuration providers.
    [GeneratedRegex(@"\A\$\{[^{}]+\}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
