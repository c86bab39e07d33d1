using System.Text.Json.Serialization;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>How a server fails for requests that match; see eng/lab/README.md.</summary>
/// <param name="Path">Regular expression over path and query.</param>
internal sealed record LabFault([property: JsonPropertyName("path")] string Path)
{
    [JsonPropertyName("method")]
    public string Method { get; init; } = "";

    /// <summary>Gets how many requests it hits; 0 for all.</summary>
    [JsonPropertyName("times")]
    public int Times { get; init; } = 1;

    [JsonPropertyName("delayMs")]
    public int DelayMilliseconds { get; init; }

    [JsonPropertyName("status")]
    public int Status { get; init; }

    [JsonPropertyName("retryAfter")]
    public int RetryAfterSeconds { get; init; }

    [JsonPropertyName("body")]
    public string Body { get; init; } = "";

    [JsonPropertyName("drop")]
    public bool Drop { get; init; }

    [JsonPropertyName("lost")]
    public bool Lost { get; init; }

    [JsonPropertyName("dropAfterMs")]
    public int DropAfterMilliseconds { get; init; }

    [JsonPropertyName("hits")]
    public int Hits { get; init; }
}
