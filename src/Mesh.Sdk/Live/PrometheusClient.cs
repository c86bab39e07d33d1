using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Mesh.Sdk.Live;

/// <summary>Asks Prometheus' HTTP API and tells what went wrong.</summary>
internal sealed class PrometheusClient(HttpClient http, long maxBytes)
{
    private const int MaxErrorLength = 500;

    private readonly string _address = http.BaseAddress!.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/');

    /// <summary>Returns the answer to a range query, whose <c>status</c> is <c>success</c>.</summary>
    public async Task<JsonDocument> QueryRangeAsync(string query, DateTimeOffset first, DateTimeOffset last, TimeSpan step, CancellationToken cancellationToken)
    {
        string url = $"{_address}/api/v1/query_range?query={Uri.EscapeDataString(query)}&start={Seconds(first)}&end={Seconds(last)}&step={step.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)}";
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(http.Timeout);
        try
        {
            using HttpRequestMessage request = new(HttpMethod.Get, url);
            request.Headers.AcceptEncoding.Add(new("gzip"));
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).ConfigureAwait(false);
            return Checked(response, await ReadAsync(response.Content, timeout.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(PrometheusError.TimedOut, $"gave no whole answer within {http.Timeout.TotalSeconds:0.###} s. Ask for less time or a longer step, or raise HttpClient.Timeout.", e);
        }
        catch (InvalidOperationException e)
        {
            throw Failure(PrometheusError.NotPrometheus, "sent characters that are no text.", e);
        }
        catch (InvalidDataException e)
        {
            throw Failure(PrometheusError.NotPrometheus, "sent compressed data that can't be unpacked.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failure(PrometheusError.Unreachable, $"can't be reached, or broke off: {e.Message} Is the address right, and is Prometheus reachable from here?", e);
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using Stream unpacked = content.Headers.ContentEncoding.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        ArrayBufferWriter<byte> buffer = new(64 * 1024);
        while (await unpacked.ReadAsync(buffer.GetMemory(16 * 1024), cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            buffer.Advance(read);
            if (buffer.WrittenCount > maxBytes)
            {
                throw Failure(PrometheusError.TooLarge, $"answers with more than {maxBytes} bytes. Ask for less time or a longer step, choose series with Where, or raise MaxResponseBytes.");
            }
        }

        return buffer.WrittenMemory;
    }

    private JsonDocument Checked(HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        JsonDocument? document = Parse(body);
        string? status = Text(document, "status");
        if (status == "success" && response.IsSuccessStatusCode && IsMatrix(document!.RootElement))
        {
            return document;
        }

        using (document)
        {
            if (status == "error")
            {
                string type = Text(document, "errorType") ?? "unknown";
                throw new PrometheusException(PrometheusError.QueryRefused, $"Prometheus at {_address} refused the query ({type}): {Shortened(Text(document, "error") ?? "")}") { Status = response.StatusCode, ErrorType = type };
            }

            throw response.IsSuccessStatusCode
                ? Failure(PrometheusError.NotPrometheus, $"sent {response.Content.Headers.ContentType?.MediaType ?? "something"} that is no answer of Prometheus. Is the address right, or does a login page stand before it?")
                : new PrometheusException(PrometheusError.HttpStatus, $"Prometheus at {_address} answers {(int)response.StatusCode}. {Remedy(response.StatusCode)}") { Status = response.StatusCode };
        }
    }

    private static bool IsMatrix(JsonElement root) =>
        root.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty("resultType", out JsonElement type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("matrix")
        && data.TryGetProperty("result", out JsonElement result) && result.ValueKind == JsonValueKind.Array;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument? document, string name) =>
        document?.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Remedy(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Give the HttpClient an Authorization header that may read.",
        HttpStatusCode.NotFound => "BaseAddress is what stands before /api/v1/query_range; a prefix of the web server belongs to it.",
        _ => "Its log tells more; reading again may help.",
    };

    private PrometheusException Failure(PrometheusError error, string what, Exception? inner = null) => new(error, $"Prometheus at {_address} {what}", inner);

    private static string Shortened(string text) => text.Length > MaxErrorLength ? text[..MaxErrorLength] + "..." : text;

    private static string Seconds(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000.0).ToString("0.###", CultureInfo.InvariantCulture);
}
