using System.Text.RegularExpressions;

namespace Mesh.Sdk.Kafka.Connect;

/// <summary>Regular expressions of Java, as lists of tables and topics take them.</summary>
internal static partial class JavaPattern
{
    /// <summary>Returns a pattern that matches a text and nothing else.</summary>
    public static string Literal(string text) => Metacharacter().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\.\[\]{}()*+?^$|]")]
    private static partial Regex Metacharacter();
}
