using System.Text.Json;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.MirrorMaker.Connectors;

/// <summary>Offsets of connectors as the REST interface of Connect has them. Source: Apache Kafka, <c>MirrorUtils</c>.</summary>
public static class ConnectorOffset
{
    /// <summary>Tells whether a connector takes an offset that is to replace its own. Without offset, the one it has is deleted, whatever it is.</summary>
    /// <param name="connector">Connector.</param>
    /// <param name="partition">Object that says what the offset is of; <see langword="null"/> or JSON's null for none.</param>
    /// <param name="offset">Object with the offset; <see langword="null"/> or JSON's null to delete.</param>
    public static bool IsValid(MirrorConnector connector, JsonElement? partition, JsonElement? offset)
    {
        if (offset is not { ValueKind: JsonValueKind.Object } values)
        {
            return offset is null or { ValueKind: JsonValueKind.Null };
        }

        if (partition is not { ValueKind: JsonValueKind.Object } place || !TryGetWhole(values, "offset", out long number))
        {
            return false;
        }

        return connector switch
        {
            MirrorConnector.Source => HasTexts(place, "cluster", "topic") && HasPartition(place) && number >= 0,
            MirrorConnector.Checkpoint => HasTexts(place, "group", "topic") && HasPartition(place) && number == 0,
            _ => HasTexts(place, "sourceClusterAlias", "targetClusterAlias") && number == 0,
        };
    }

    private static bool HasTexts(JsonElement place, string first, string second) => IsText(place, first) && IsText(place, second);

    private static bool IsText(JsonElement place, string name) => place.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String;

    private static bool HasPartition(JsonElement place) => TryGetWhole(place, "partition", out long number) && number is >= 0 and <= int.MaxValue;

    private static bool TryGetWhole(JsonElement place, string name, out long number)
    {
        number = 0;
        return place.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out number);
    }
}
