using System.Text.RegularExpressions;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kafka.MirrorMaker.Operators;

/// <summary>The secrets that the objects of Strimzi refer to.</summary>
public static partial class RequiredSecrets
{
    private static readonly string[] Keys = ["certificate", "pattern", "key", "password"];

    /// <summary>Returns the secrets with their keys, in the order of cluster, namespace and name. What an operator makes itself is among them.</summary>
    public static IReadOnlyList<RequiredSecret> SecretsOfStrimzi(this ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return
        [
            .. from entry in resources
               where entry.Resource.Type.Group == "kafka.strimzi.io"
               from reference in Find(UntypedWriter.ToUntyped(entry.Resource))
               group reference.Key by (entry.Cluster, Namespace: entry.Resource.Metadata.Namespace ?? "", reference.Name) into secret
               orderby secret.Key
               select new RequiredSecret(secret.Key.Cluster, secret.Key.Namespace, secret.Key.Name, secret.OfType<string>().Distinct().Order(StringComparer.Ordinal).ToEquatableList()),
        ];
    }

    private static IEnumerable<(string Name, string? Key)> Find(UntypedValue value)
    {
        IEnumerable<(string, string?)> here = value.Kind switch
        {
            UntypedKind.Map => OfMap(value),
            UntypedKind.String => Reference().Matches(value.Text!).Select(m => (m.Groups["name"].Value, (string?)m.Groups["key"].Value)),
            _ => [],
        };
        IEnumerable<UntypedValue> below = value.Kind == UntypedKind.Map ? value.Fields.Select(f => f.Value) : value.Items;
        return here.Concat(below.SelectMany(Find));
    }

    private static IEnumerable<(string Name, string? Key)> OfMap(UntypedValue map)
    {
        if (map.TextOf("secretName") is { } name)
        {
            return Keys.Select(map.TextOf).OfType<string>().DefaultIfEmpty(null).Select(key => (name, key));
        }

        return map.Field("secretKeyRef") is { } reference && reference.TextOf("name") is { } secret ? [(secret, reference.TextOf("key"))] : [];
    }

    [GeneratedRegex(@"\$\{secrets:/mnt/(?<name>[^:}/]+):(?<key>[^:}]+)\}")]
    private static partial Regex Reference();
}
