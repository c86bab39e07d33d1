namespace Mesh.Sdk.Codegen.Model;

/// <summary>Makes C# names from names in schemas.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    };

    /// <summary><c>minimumRingSize</c> to <c>MinimumRingSize</c>, <c>mirror_percent</c> to <c>MirrorPercent</c>.</summary>
    public static string Pascal(string field) =>
        string.Concat(field.Split(['_', '-', '.', '/', '$'], StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary><c>LEAST_REQUEST</c> to <c>LeastRequest</c>; texts in mixed case keep it.</summary>
    public static string EnumMember(string text)
    {
        string name = text.Any(char.IsLower)
            ? Pascal(text)
            : string.Concat(text.Split(['_', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(part => part[0] + part[1..].ToLowerInvariant()));
        return name.Length == 0 ? "None" : char.IsDigit(name[0]) ? $"_{name}" : name;
    }

    /// <summary>A local variable for a property.</summary>
    public static string Local(string property)
    {
        string name = char.ToLowerInvariant(property[0]) + property[1..];
        return name is "node" or "field" or "unknown" or "writer" ? $"{name}Value" : Keywords.Contains(name) ? $"@{name}" : name;
    }

    /// <summary><c>servers</c> to <c>server</c>.</summary>
    public static string Singular(string field) => field switch
    {
        _ when field.EndsWith("ies", StringComparison.Ordinal) => $"{field[..^3]}y",
        _ when new[] { "ches", "shes", "xes", "sses" }.Any(end => field.EndsWith(end, StringComparison.Ordinal)) => field[..^2],
        _ when field.EndsWith('s') && !field.EndsWith("ss", StringComparison.Ordinal) => field[..^1],
        _ => field,
    };

    /// <summary><c>minimumRingSize</c> to <c>minimum ring size</c>.</summary>
    public static string Words(string field)
    {
        string name = Pascal(field);
        List<string> words = [];
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            bool isBoundary = i == name.Length
                || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))));
            if (isBoundary)
            {
                string word = name[start..i];
                words.Add(word.Length > 1 && word.All(c => char.IsUpper(c) || char.IsDigit(c)) ? word : Cased(word.ToLowerInvariant()));
                start = i;
            }
        }

        return string.Join(' ', words);
    }

    private static string Cased(string word) => word switch
    {
        "http" or "tls" or "tcp" or "ip" or "uri" or "url" or "sni" or "uid" or "grpc" or "dns" or "cors" or "jwt" or "mtls" => word == "mtls" ? "mTLS" : word.ToUpperInvariant(),
        "http1" => "HTTP/1",
        "http2" or "h2" => "HTTP/2",
        "lb" => "load balancer",
        "ca" => "CA",
        "id" => "ID",
        "ips" => "IPs",
        _ => word,
    };
}
