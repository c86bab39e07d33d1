using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>What a cluster says about a request that failed. Source: Kubernetes API, <c>metav1.Status</c>.</summary>
public sealed record KubernetesStatus
{
    /// <summary>Gets the HTTP status code.</summary>
    public required int Code { get; init; }

    /// <summary>Gets why the request failed.</summary>
    public KubernetesErrorReason Reason { get; init; }

    /// <summary>Gets the server's own words; values of Secrets are taken out.</summary>
    public string Message { get; init; } = "";

    /// <summary>Gets the single causes, such as each field that is invalid or owned by another manager.</summary>
    public EquatableList<KubernetesStatusCause> Causes { get; init; } = [];

    /// <summary>Gets how long to wait before asking again; <see langword="null"/> if the server did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets where to go on with a list whose token has expired; <see langword="null"/> if the server gave no place.</summary>
    public string? Continue { get; init; }
}
