using System.Text.RegularExpressions;

namespace Mesh.Sdk.Kafka.MirrorMaker;

/// <summary>References such as <c>${file:/etc/kafka/passwords:aws}</c>, resolved as Kafka's <c>ConfigTransformer</c> does.</summary>
internal static partial class ConfigReferences
{
    public static string Resolve(string value, IReadOnlyCollection<string> providers, ConfigLookup lookup) =>
        Reference().Replace(value, match => providers.Contains(match.Groups["provider"].Value)
            ? lookup(match.Groups["provider"].Value, match.Groups["path"].Value, match.Groups["key"].Value) ?? match.Value
            : match.Value);

    [GeneratedRegex(@"\$\{(?<provider>[^}]*?):((?<path>[^}]*?):)?(?<key>[^}]*?)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
