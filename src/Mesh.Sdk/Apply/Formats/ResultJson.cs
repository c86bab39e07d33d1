using System.Text.Json;
using Mesh.Sdk.Diagnostics.Formats;

namespace Mesh.Sdk.Apply.Formats;

/// <summary>A result for programs.</summary>
internal static class ResultJson
{
    public static string Of(ApplyResult result) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        foreach (ApplyStatus status in Enum.GetValues<ApplyStatus>())
        {
            json.WriteNumber(ApplyWords.Of(status), result.Objects.Count(o => o.Status == status));
        }

        json.WriteBoolean("cancelled", result.WasCancelled);
        json.WriteEndObject();
        json.WriteStartArray("objects");
        foreach (AppliedObject applied in result.Objects)
        {
            Write(json, applied);
        }

        json.WriteEndArray();
        DiagnosticJson.WriteList(json, "findings", result.Findings);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, AppliedObject applied)
    {
        json.WriteStartObject();
        json.Text("status", ApplyWords.Of(applied.Status));
        KeyJson.Write(json, applied.Key);
        if (applied.Reason is { } reason)
        {
            json.WritePropertyName("reason");
            DiagnosticJson.Write(json, reason, null);
        }

        json.WriteEndObject();
    }
}
