using System.Text.Json;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Conformance.Sets;

/// <summary>What the sets about priorities have in common: client, setting and groups.</summary>
internal static class GroupReading
{
    public static EquatableList<EndpointGroup> Assign(VectorCase vector)
    {
        JsonElement proxy = vector["proxy"];
        return PriorityAssignment.Assign(
            vector["groups"].EnumerateArray().Select(ReadGroup),
            ReadSetting(vector),
            vector["outlierDetection"].GetBoolean(),
            Locality.Parse(proxy.Required("locality").TextOrNull() ?? ""),
            proxy.Required("labels").TextMap());
    }

    public static bool UsesLocalityWeights(VectorCase vector) =>
        PriorityAssignment.UsesLocalityWeights(ReadSetting(vector), vector["outlierDetection"].GetBoolean());

    public static LocalitySetting? ReadSetting(VectorCase vector) => ReadSetting(vector["kind"].Text(), vector["setting"]);

    public static LocalitySetting? ReadSetting(string kind, JsonElement setting) => kind switch
    {
        "localityLbSetting" => setting.ReadTyped(LocalityLoadBalancerSetting.Read) is { } locality ? LocalitySetting.From(locality) : null,
        "zoneAwareLbSetting" => setting.ReadTyped(ZoneAwareLoadBalancerSetting.Read) is { } zoneAware ? LocalitySetting.From(zoneAware) : null,
        _ => throw new FormatException($"The kind '{kind}' is not known."),
    };

    private static EndpointGroup ReadGroup(JsonElement group) => new()
    {
        Locality = group.Required("locality").TextOrNull() is { } text ? Locality.Parse(text) : null,
        Weight = group.Optional("weight")?.GetUInt32(),
        Hosts = group.Optional("endpoints") is { } endpoints ? endpoints.EnumerateArray().Select(ReadHost).ToEquatableList() : [],
    };

    private static UpstreamHost ReadHost(JsonElement endpoint) => new()
    {
        Address = endpoint.Required("address").Text(),
        Weight = endpoint.Optional("weight")?.GetUInt32() ?? 1,
        Labels = endpoint.Required("labels").TextMap(),
        IsHealthy = endpoint.Optional("healthy")?.GetBoolean() ?? true,
    };
}
