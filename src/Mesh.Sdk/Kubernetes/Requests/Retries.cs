namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Says when a request is worth repeating.</summary>
internal static class Retries
{
    /// <summary>Tells whether the server was out of reach or overloaded, so that a later question may be answered.</summary>
    public static bool IsOutage(KubernetesException failure) => failure
        is KubernetesApiException { Status.Code: 429 or 500 or 502 or 503 or 504, Reason: not KubernetesErrorReason.BadRequest }
        or KubernetesConnectionException { Failure: KubernetesConnectionFailure.Unreachable or KubernetesConnectionFailure.Interrupted or KubernetesConnectionFailure.TimedOut };

    /// <summary>Tells whether repeating may help, and does no harm.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="wasRefused">Whether a credential was refused before.</param>
    /// <param name="options">How long the server may have us wait.</param>
    public static bool Help(KubernetesException failure, ApiRequest request, bool wasRefused, KubernetesRetryOptions options) => failure switch
    {
        KubernetesApiException { RetryAfter: { } wait } when wait > options.MaxRetryAfter => false,
        KubernetesApiException { Status.Code: 429 } => true,

        // The transport forgets a credential that was refused; a fresh one deserves one try.
        KubernetesApiException { Status.Code: 401 } => !wasRefused,
        KubernetesApiException { Reason: KubernetesErrorReason.BadRequest } => false,
        KubernetesApiException { Status.Code: 500 or 502 or 503 or 504 } => request.IsRepeatable,
        KubernetesConnectionException { Failure: KubernetesConnectionFailure.Unreachable } => true,
        KubernetesConnectionException { Failure: KubernetesConnectionFailure.Interrupted or KubernetesConnectionFailure.TimedOut } => request.IsRepeatable,
        _ => false,
    };
}
