using Mesh.Sdk.Kubernetes.Errors;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <summary>A cluster answered and refused.</summary>
public sealed class KubernetesApiException : KubernetesException
{
    internal KubernetesApiException(KubernetesStatus status, string action, Uri server)
        : base($"{action} at {server} failed with {status.Code} {status.Reason}: {status.Message}", Remedies.For(status), null) =>
        (Status, Server) = (status, server);

    /// <summary>Gets what the server said.</summary>
    public KubernetesStatus Status { get; }

    /// <summary>Gets the address of the API server.</summary>
    public Uri Server { get; }

    /// <summary>Gets why the server refused.</summary>
    public KubernetesErrorReason Reason => Status.Reason;

    /// <summary>Gets how long the server asks to wait; <see langword="null"/> if it did not say.</summary>
    public TimeSpan? RetryAfter => Status.RetryAfter;

    /// <summary>Gets the fields that other managers own; none unless server-side apply met a conflict.</summary>
    public EquatableList<FieldOwnerConflict> Conflicts => FieldConflicts.In(Status);
}
