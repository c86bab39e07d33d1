namespace Mesh.Sdk.Kubernetes;

/// <summary>A cluster gave no answer that can be understood. Whether it did what was asked is unknown, unless <see cref="WasSent"/> is false.</summary>
public sealed class KubernetesConnectionException : KubernetesException
{
    internal KubernetesConnectionException(KubernetesConnectionFailure failure, Uri server, string message, string remedy, bool wasSent, Exception? cause)
        : base(message, remedy, cause) => (Failure, Server, WasSent) = (failure, server, wasSent);

    /// <summary>Gets what failed.</summary>
    public KubernetesConnectionFailure Failure { get; }

    /// <summary>Gets the address of the API server.</summary>
    public Uri Server { get; }

    /// <summary>Gets whether the request may have reached the server.</summary>
    public bool WasSent { get; }
}
