using System.Globalization;
using System.Text;

namespace Mesh.Sdk.Kafka.MirrorMaker.Properties;

/// <summary>Java's property files: ASCII, one entry a line. Source: <c>java.util.Properties</c>.</summary>
public static class PropertiesText
{
    /// <summary>Writes an entry so that reading gives the same name and value, whatever they hold.</summary>
    public static string Write(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        StringBuilder text = new();
        Escape(text, name, isName: true);
        text.Append(" = ");
        Escape(text, value, isName: false);
        return text.ToString();
    }

    /// <summary>Reads the entries of a text in their order; a name that stands again comes again.</summary>
    /// <exception cref="FormatException"><c>\u</c> is not followed by four hexadecimal digits.</exception>
    public static IReadOnlyList<PropertyEntry> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PropertiesReader(text).Read();
    }

    private static void Escape(StringBuilder text, string part, bool isName)
    {
        for (int i = 0; i < part.Length; i++)
        {
            char c = part[i];
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '\t' => text.Append(@"\t"),
                '\n' => text.Append(@"\n"),
                '\r' => text.Append(@"\r"),
                '\f' => text.Append(@"\f"),
                ' ' or ':' or '=' when isName => text.Append('\\').Append(c),
                ' ' when i == 0 => text.Append(@"\ "),
                '#' or '!' when isName && i == 0 => text.Append('\\').Append(c),
                < ' ' or > '~' => text.Append(CultureInfo.InvariantCulture, $@"\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }
    }
}
