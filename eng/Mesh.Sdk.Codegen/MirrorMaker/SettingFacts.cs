using System.Text.Json;

namespace Mesh.Sdk.Codegen.MirrorMaker;

/// <summary>One setting as the vectors list it.</summary>
internal sealed record SettingFacts(JsonElement Json, string Description)
{
    // Milliseconds, although the name does not end so.
    private static readonly string[] OtherMilliseconds = ["errors.retry.timeout", "sasl.kerberos.min.time.before.relogin"];

    public string Connector => Text("connector")!;

    public string Name => Text("name")!;

    public string Type => Text("type")!;

    public string Scope => Text("scope")!;

    public string? Default => Text("default");

    public string? Since => Text("since");

    /// <summary>Gets whether a configuration has the name as it is, without aliases in it, or with the target's in front.</summary>
    public bool IsPlain => !Name.Contains('{', StringComparison.Ordinal) || (Scope == "worker" && Name.LastIndexOf('{') == 0);

    /// <summary>Gets the name without an alias in front.</summary>
    public string PlainName => Name[(Name.IndexOf("}.", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0)..];

    public string Method => (Type, PlainName) switch
    {
        ("PASSWORD", _) => "Secret",
        ("BOOLEAN", _) => "Switch",
        ("LIST", _) => "List",
        ("DOUBLE", _) => "Double",
        ("INT" or "SHORT" or "LONG", var name) when name.EndsWith(".ms", StringComparison.Ordinal) || OtherMilliseconds.Contains(name) => "Milliseconds",
        ("INT" or "SHORT" or "LONG", var name) when name.EndsWith(".seconds", StringComparison.Ordinal) => "Seconds",
        ("INT" or "SHORT", _) => "Int",
        ("LONG", _) => "Long",
        _ => "Text",
    };

    public string ValueType => Method switch
    {
        "Secret" => "SecretReference",
        "Switch" => "bool",
        "List" => "IEnumerable<string>",
        "Double" => "double",
        "Milliseconds" or "Seconds" => "TimeSpan",
        "Int" => "int",
        "Long" => "long",
        _ => "string",
    };

    public static IReadOnlyList<SettingFacts> Read(JsonElement root, IReadOnlyDictionary<string, string> descriptions) =>
    [
        .. root.GetProperty("configs").EnumerateArray().Select(setting => new SettingFacts(
            setting,
            setting.TryGetProperty("description", out JsonElement text) ? text.GetString()! : descriptions[setting.GetProperty("name").GetString()!])),
    ];

    private string? Text(string property) => Json.GetProperty(property).GetString();
}
