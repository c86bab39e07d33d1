using System.Text.Json.Nodes;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Conformance.MirrorMaker;

internal sealed class ConfigsSet : MirrorMakerSet
{
    public override string Name => "configs";

    public override string CasesProperty => "configs";

    /// <summary>All facts; the descriptions are our own.</summary>
    public override JsonNode? ExpectedOf(VectorCase vector)
    {
        JsonObject setting = JsonComparison.ToNode(vector.Input)!.AsObject();
        setting.Remove("description");
        return setting;
    }

    public override JsonNode? Compute(VectorCase vector)
    {
        string connector = vector["connector"].Text();
        string name = vector["name"].Text();
        MirrorSetting? setting = MirrorSettings.All.SingleOrDefault(s => Text(s.Connector) == connector && s.Name == name);
        return setting is null ? null : Describe(setting);
    }

    private static JsonObject Describe(MirrorSetting setting)
    {
        JsonObject facts = new()
        {
            ["connector"] = Text(setting.Connector),
            ["name"] = setting.Name,
            ["type"] = setting.Type.ToString().ToUpperInvariant(),
            ["default"] = setting.Default,
            ["required"] = setting.IsRequired,
            ["validValues"] = setting.ValidValues is { } values ? Describe(values) : null,
            ["importance"] = setting.Importance.ToString().ToUpperInvariant(),
            ["since"] = setting.Since,
            ["scope"] = setting.Scope switch
            {
                SettingScope.MirrorFilter => "mirror-filter",
                SettingScope.ConnectFramework => "connect-framework",
                var scope => scope.ToString().ToLowerInvariant(),
            },
        };
        if (setting.IsKeptAtTopLevel is { } isKept)
        {
            facts["keptAtTopLevel"] = isKept;
        }

        return facts;
    }

    private static JsonObject Describe(SettingValues values)
    {
        JsonObject facts = [];
        Add(facts, "in", values.In.IsSet ? Array(values.In) : null);
        Add(facts, "caseInsensitive", values.IsCaseInsensitive ? true : null);
        Add(facts, "min", values.Min);
        Add(facts, "max", values.Max);
        Add(facts, "rule", values.Rule);
        Add(facts, "note", values.Note);
        return facts;
    }

    private static void Add(JsonObject facts, string name, JsonNode? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }

    private static string Text(MirrorConnector connector) => connector.ToString().ToLowerInvariant();
}
