using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mesh.Sdk.Kafka.Recovery.Plans.Json;

namespace Mesh.Sdk.Kafka.Recovery.Plans;

/// <summary>A plan as JSON, and back.</summary>
internal static class PlanJson
{
    private const int IdLength = 16;

    private static readonly FailoverJson Indented =
        new(new JsonSerializerOptions(FailoverJson.Default.Options) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(FailoverPlan plan) => JsonSerializer.Serialize(plan, Indented.FailoverPlan) + "\n";

    public static FailoverPlan Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return JsonSerializer.Deserialize(json, Indented.FailoverPlan) ?? throw new FormatException("The text is no fail-over plan: it is null.");
        }
        catch (JsonException e)
        {
            throw new FormatException($"The text is no fail-over plan: {e.Message}", e);
        }
    }

    public static string IdOf(FailoverPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(plan))))[..IdLength];
}
