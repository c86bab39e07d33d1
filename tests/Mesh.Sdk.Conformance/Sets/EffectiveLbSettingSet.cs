using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class EffectiveLbSettingSet : IVectorSet
{
    public string Name => "effective-lb-setting";

    public JsonNode? Compute(VectorCase vector)
    {
        MeshDefaults mesh = new()
        {
            LocalityLbSetting = vector["meshLocalityLbSetting"].ReadTyped(LocalityLoadBalancerSetting.Read),
            ZoneAwareLbSetting = vector["meshZoneAwareLbSetting"].ReadTyped(ZoneAwareLoadBalancerSetting.Read),
        };
        LoadBalancerSettings? rule = vector["ruleLoadBalancer"].ReadTyped(LoadBalancerSettings.Read);
        EffectiveLocalitySetting effective = EffectiveLocalitySetting.Of(rule, vector["serviceTrafficDistribution"].TextOrNull(), mesh);
        JsonObject json = new()
        {
            ["source"] = SourceOf(effective),
            ["setting"] = effective.Setting?.ToString(),
            ["forceFailover"] = effective.ForcesFailover,
        };
        if (vector["expected"].Optional("zoneRoutingEnabled") is not null)
        {
            json["zoneRoutingEnabled"] = effective.IsZoneRoutingEnabled;
        }

        return json;
    }

    // The expected setting is read into the type, so that both sides spell unset fields alike.
    public JsonNode? Normalize(JsonNode? expected, VectorCase vector)
    {
        string source = vector["expected"].Required("source").Text();
        JsonNode json = expected ?? throw new FormatException("Nothing is expected.");
        JsonElement setting = vector["expected"].Required("setting");
        json["setting"] = setting.ValueKind == JsonValueKind.Null ? null
            : source == "none" ? setting.GetRawText()
            : GroupReading.ReadSetting(source, setting)?.ToString();
        return json;
    }

    private static string SourceOf(EffectiveLocalitySetting effective) => effective.Setting?.Kind switch
    {
        null => "none",
        LocalitySettingKind.ZoneAware => "zoneAwareLbSetting",
        _ => "localityLbSetting",
    };
}
