using System.Text.Json;
using System.Text.Json.Nodes;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Conformance.Sets;

/// <summary>Plays the steps of a case to a detector and notes which hosts are ejected after each.</summary>
internal sealed class EnvoyOutlierTimelineSet : IVectorSet
{
    public string Name => "envoy-outlier-timeline";

    public JsonNode? Compute(VectorCase vector)
    {
        int hosts = vector["hosts"].GetInt32();
        OutlierDetector detector = new(OutlierDetectorReading.Read(vector["config"]), hosts);
        JsonArray ejected = [];
        foreach (JsonElement step in vector["steps"].EnumerateArray())
        {
            Play(detector, step);
            ejected.Add(new JsonArray([.. Enumerable.Range(0, hosts).Where(detector.IsEjected).Select(i => JsonValue.Create(i))]));
        }

        return new JsonObject { ["ejected"] = ejected, ["ejectionsOverflow"] = detector.EjectionsOverflow };
    }

    public JsonNode? Normalize(JsonNode? expected, VectorCase vector) => new JsonObject
    {
        ["ejected"] = new JsonArray([.. vector["steps"].EnumerateArray().Select(step => JsonComparison.ToNode(step.GetProperty("expectEjected")))]),
        ["ejectionsOverflow"] = expected?["ejectionsOverflow"]?.DeepClone(),
    };

    private static void Play(OutlierDetector detector, JsonElement step)
    {
        TimeSpan now = TimeSpan.FromMilliseconds(step.GetProperty("atMs").GetDouble());
        switch (step.GetProperty("op").Text())
        {
            case "sweep":
                detector.Sweep(now);
                break;
            case "responses":
                detector.Respond(HostOf(step), step.GetProperty("status").GetInt32(), now, CountOf(step));
                break;
            case "localOrigin":
                detector.Connect(HostOf(step), ReadResult(step.GetProperty("result").Text()), now, CountOf(step));
                break;
            case var op:
                throw new FormatException($"The step '{op}' is not known.");
        }
    }

    private static int HostOf(JsonElement step) => step.GetProperty("host").GetInt32();

    private static long CountOf(JsonElement step) => step.Optional("count")?.GetInt64() ?? 1;

    private static LocalOriginResult ReadResult(string text) => text switch
    {
        "connectFailed" => LocalOriginResult.ConnectFailed,
        "timeout" => LocalOriginResult.Timeout,
        "success" or "connected" or "connectSuccess" or "ok" => LocalOriginResult.Connected,
        _ => throw new FormatException($"The result '{text}' is not known."),
    };
}
