using System.Text.Json;

namespace Mesh.Sdk.Kafka.Connect.Requests;

/// <summary>Refusals and lost connections as exceptions, and which of them are worth another try.</summary>
internal static class ConnectErrors
{
    private const int LongestMessage = 2000;

    public static ConnectApiException Refused(ConnectAnswer answer, IEnumerable<string> secrets)
    {
        (int code, string message) = Read(answer);
        string shown = SecretSettings.Hide(message, secrets);
        shown = shown.Length > LongestMessage ? shown[..LongestMessage] + "…" : shown;
        return new(ReasonOf(answer.Status, message), code, shown, answer.Request.ToString(), answer.Worker);
    }

    public static ConnectUnavailableException Unavailable(Exception cause, ConnectRequest request, Uri worker)
    {
        bool wasSent = cause is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
        string problem = cause switch
        {
            OperationCanceledException => "no answer in time. Check the worker, or give more time.",
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "TLS failed. Check that the worker speaks TLS and that the handler of the HttpClient trusts its certificate.",
            _ when wasSent => "the connection broke before the answer was complete.",
            _ => "the worker can't be reached. Check the address and the network.",
        };
        return new(request.ToString(), worker, problem, wasSent, cause);
    }

    /// <summary>Tells whether the worker that was asked is the problem, so that another one may answer.</summary>
    public static bool IsOfWorker(ConnectException failure) =>
        failure is ConnectUnavailableException || failure is ConnectApiException { Reason: ConnectErrorReason.ServerError } api && IsPassing(api);

    /// <summary>Tells whether repeating may help, and does no harm.</summary>
    public static bool IsWorthRepeating(ConnectException failure, ConnectRequest request) => failure switch
    {
        ConnectUnavailableException { WasSent: false } => true,
        ConnectUnavailableException => request.IsRepeatable,
        ConnectApiException { Reason: ConnectErrorReason.Rebalancing } => true,
        ConnectApiException { Reason: ConnectErrorReason.ServerError } api => request.IsRepeatable && IsPassing(api),
        _ => false,
    };

    // A worker that can't reach the leader says so with 500.
    private static bool IsPassing(ConnectApiException failure) =>
        failure.ErrorCode is 502 or 503 or 504 || failure.ServerMessage.StartsWith("IO Error trying to forward REST request", StringComparison.Ordinal);

    private static ConnectErrorReason ReasonOf(int status, string message) => status switch
    {
        401 => ConnectErrorReason.Unauthorized,
        403 => ConnectErrorReason.Forbidden,
        404 or 405 => ConnectErrorReason.NotFound,
        409 => message.EndsWith("already exists", StringComparison.Ordinal) ? ConnectErrorReason.AlreadyExists : ConnectErrorReason.Rebalancing,
        >= 400 and < 500 => ConnectErrorReason.Invalid,
        >= 500 => ConnectErrorReason.ServerError,
        _ => ConnectErrorReason.NotConnect,
    };

    // Authentication and proxies answer with texts of their own.
    private static (int Code, string Message) Read(ConnectAnswer answer)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } error
                && error.TryGetProperty("error_code", out JsonElement code) && code.TryGetInt32(out int number)
                && error.TryGetProperty("message", out JsonElement message)
                ? (number, message.ToString())
                : (answer.Status, answer.Text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (answer.Status, answer.Text);
        }
    }
}
