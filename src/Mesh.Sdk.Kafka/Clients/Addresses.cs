using System.Text.RegularExpressions;

namespace Mesh.Sdk.Kafka.Clients;

/// <summary>Addresses of brokers, as messages show them.</summary>
internal static partial class Addresses
{
    /// <summary>Leaves out users and passwords, which have no place in an address and are seen there all the same.</summary>
    public static string WithoutUsers(string text) => User().Replace(text, "");

    [GeneratedRegex(@"[^\s,'/]+@", RegexOptions.CultureInvariant)]
    private static partial Regex User();
}
