using System.Text.Json;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>Keys that are given in place are a JSON Web Key Set.</summary>
internal sealed class JwksIsKeySet : Rule<JwtRule>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2668",
        DiagnosticSeverity.Error,
        "The text in jwks is not a JSON Web Key Set.",
        "Give JSON with the list 'keys', each with 'kty'.");

    public override void Check(JwtRule value, Place place)
    {
        if (value.Jwks is { Length: > 0 } text && !IsKeySet(text))
        {
            place.Field("jwks").Report(Descriptor);
        }
    }

    private static bool IsKeySet(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("keys", out JsonElement keys)
                ? keys.ValueKind == JsonValueKind.Array && keys.EnumerateArray().All(IsKey)
                : IsKey(root);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsKey(JsonElement element) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("kty", out _);
}
