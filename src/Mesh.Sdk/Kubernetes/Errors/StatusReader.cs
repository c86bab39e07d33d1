using System.Net;
using System.Net.Http.Headers;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Errors;

/// <summary>Makes a status of an answer that is none of success, whatever stands in front of the API server.</summary>
internal static class StatusReader
{
    // Server-side apply has no reason for an object that does not fit its schema, only a code of 500 and this sentence.
    private const string SchemaMismatch = "failed to create typed patch object";

    private const int ExcerptLength = 200;

    public static KubernetesStatus Read(HttpStatusCode code, RetryConditionHeaderValue? retryAfter, string body, ApiRequest request, TimeProvider time)
    {
        UntypedValue? status = AnswerTree.TryParse(body);
        bool isStatus = status?.Text("kind") == "Status";
        KubernetesStatus read = isStatus ? Read(status!, (int)code) : Other((int)code, request.IsSecret ? "" : body);
        TimeSpan? header = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? Max(date - time.GetUtcNow(), TimeSpan.Zero) : null);
        read = read with { RetryAfter = header ?? read.RetryAfter };
        return request.IsSecret ? SecretWords.Hide(read, request) : read;
    }

    /// <summary>Reads a <c>Status</c> object.</summary>
    public static KubernetesStatus Read(UntypedValue status, int code)
    {
        string reason = status.Text("reason") ?? "";
        string message = status.Text("message") ?? reason;
        return new()
        {
            Code = code,
            Reason = message.StartsWith(SchemaMismatch, StringComparison.Ordinal) ? KubernetesErrorReason.BadRequest
                : Enum.TryParse(reason, out KubernetesErrorReason known) && Enum.IsDefined(known) ? known
                : ReasonOf(code),
            Message = Sentence(message),
            Causes = status.List("details", "causes").Select(ReadCause).ToEquatableList(),
            RetryAfter = status.Number("details", "retryAfterSeconds") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : null,
            Continue = status.Text("metadata", "continue"),
        };
    }

    private static KubernetesStatusCause ReadCause(UntypedValue cause) =>
        new(cause.Text("reason") ?? "", cause.Text("field") ?? "", cause.Text("message") ?? "");

    private static KubernetesStatus Other(int code, string body)
    {
        string text = body.AsSpan().Trim() is { Length: > ExcerptLength } longer ? $"{longer[..ExcerptLength]}..." : body.Trim();
        return new() { Code = code, Reason = ReasonOf(code), Message = Sentence(text) };
    }

    private static KubernetesErrorReason ReasonOf(int code) => code switch
    {
        400 => KubernetesErrorReason.BadRequest,
        401 => KubernetesErrorReason.Unauthorized,
        403 => KubernetesErrorReason.Forbidden,
        404 => KubernetesErrorReason.NotFound,
        405 => KubernetesErrorReason.MethodNotAllowed,
        406 => KubernetesErrorReason.NotAcceptable,
        409 => KubernetesErrorReason.Conflict,
        410 => KubernetesErrorReason.Gone,
        413 => KubernetesErrorReason.RequestEntityTooLarge,
        415 => KubernetesErrorReason.UnsupportedMediaType,
        422 => KubernetesErrorReason.Invalid,
        429 => KubernetesErrorReason.TooManyRequests,
        500 => KubernetesErrorReason.InternalError,
        503 => KubernetesErrorReason.ServiceUnavailable,
        504 => KubernetesErrorReason.Timeout,
        _ => KubernetesErrorReason.Unknown,
    };

    private static string Sentence(string text) => text.Length == 0 || text.EndsWith('.') ? text : $"{text}.";

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
