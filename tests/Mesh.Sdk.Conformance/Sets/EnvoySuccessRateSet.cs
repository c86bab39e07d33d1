using System.Text.Json.Nodes;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Conformance.Sets;

internal sealed class EnvoySuccessRateSet : IVectorSet
{
    public string Name => "envoy-success-rate";

    public double Tolerance => 0.000001;

    public JsonNode? Compute(VectorCase vector)
    {
        double[] rates = [.. vector["successRates"].EnumerateArray().Select(rate => rate.GetDouble())];
        SuccessRateThreshold threshold = SuccessRateThreshold.Of(rates, vector["stdevFactor"].GetInt32());
        return new JsonObject
        {
            ["mean"] = threshold.Mean,
            ["stdev"] = threshold.StandardDeviation,
            ["threshold"] = threshold.Threshold,
            ["outliers"] = new JsonArray([.. Enumerable.Range(0, rates.Length).Where(i => threshold.IsOutlier(rates[i])).Select(i => JsonValue.Create(i))]),
        };
    }
}
