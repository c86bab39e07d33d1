using System.Buffers;
using System.Text.Json;
using Mesh.Sdk.Diagnostics.Formats;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Apply.Formats;

/// <summary>A plan for programs.</summary>
internal static class PlanJson
{
    public static string Of(ApplyPlan plan) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        foreach (ApplyAction action in Enum.GetValues<ApplyAction>())
        {
            json.WriteNumber(ApplyWords.Of(action), plan.Objects.Count(o => o.Action == action));
        }

        json.WriteEndObject();
        json.WriteStartArray("objects");
        foreach (PlannedObject planned in plan.Objects)
        {
            Write(json, planned);
        }

        json.WriteEndArray();
        DiagnosticJson.WriteList(json, "findings", plan.Findings);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, PlannedObject planned)
    {
        json.WriteStartObject();
        json.Text("action", ApplyWords.Of(planned.Action));
        KeyJson.Write(json, planned.Key);
        if (planned.Fields.IsSet)
        {
            json.WriteStartArray("fields");
            foreach (PlannedField field in planned.Fields)
            {
                Write(json, field);
            }

            json.WriteEndArray();
        }

        if (planned.Reason is { } reason)
        {
            json.WritePropertyName("reason");
            DiagnosticJson.Write(json, reason, null);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PlannedField field)
    {
        json.WriteStartObject();
        json.Text("path", field.Path);
        Write(json, "before", field.Before);
        Write(json, "after", field.After);
        if (field.IsHidden)
        {
            json.WriteBoolean("hidden", true);
        }

        if (field.Owners.Count > 0)
        {
            json.WriteStartArray("owners");
            foreach (string owner in field.Owners)
            {
                json.WriteStringValue(owner);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, UntypedValue? value)
    {
        if (value is null)
        {
            return;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter writer = new(buffer))
        {
            value.WriteTo(writer);
        }

        json.WritePropertyName(name);
        json.WriteRawValue(buffer.WrittenSpan, skipInputValidation: true);
    }
}
