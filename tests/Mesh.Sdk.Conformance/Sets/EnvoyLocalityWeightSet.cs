using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class EnvoyLocalityWeightSet : IVectorSet
{
    public string Name => "envoy-locality-weight";

    // The vectors give four decimals.
    public double Tolerance => 0.0001;

    public JsonNode? Compute(VectorCase vector)
    {
        LocalityHosts[] localities = [.. vector["localities"].EnumerateArray().Select(ReadLocality)];
        int factor = vector["overprovisioningFactor"].GetInt32();
        EquatableList<double> shares = LocalityWeighting.SharesPercent(localities, factor);
        JsonObject json = new()
        {
            ["effectiveWeight"] = new JsonArray([.. localities.Select(l => JsonValue.Create(LocalityWeighting.EffectiveWeight(l, factor)))]),
            ["sharePercent"] = new JsonArray([.. localities.Select((_, i) => shares.IsSet ? JsonValue.Create(shares[i]) : null)]),
        };
        if (vector["expected"].Optional("picksOf100") is { } picks)
        {
            json["picksOf100"] = new JsonArray([.. picks.EnumerateArray().Select((pick, i) => Pick(pick, shares, i))]);
        }

        return json;
    }

    // Published picks are within one of the share; one that is takes the published figure.
    private static JsonValue? Pick(JsonElement pick, EquatableList<double> shares, int index) =>
        !shares.IsSet ? null : JsonValue.Create(Math.Abs(pick.GetDouble() - shares[index]) <= 1 ? pick.GetDouble() : shares[index]);

    private static LocalityHosts ReadLocality(JsonElement locality) => new(
        locality.Required("weight").GetDouble(),
        locality.Required("hosts").GetInt32(),
        locality.Required("healthy").GetInt32(),
        locality.Optional("excluded")?.GetInt32() ?? 0);
}
