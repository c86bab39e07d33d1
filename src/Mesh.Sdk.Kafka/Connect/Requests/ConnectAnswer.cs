using System.Text.Json;

namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>What a worker answered.</summary>
internal sealed record ConnectAnswer(ConnectRequest Request, Uri Worker, int Status, string Text)
{
    /// <exception cref="ConnectApiException">The text is not what Connect answers.</exception>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Text);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new ConnectApiException(ConnectErrorReason.NotConnect, Status, "The answer is not one of Kafka Connect; check the address and what a proxy between answers.", Request.ToString(), Worker, e);
        }
    }

    public override string ToString() => $"{Status}";
}
