namespace Mesh.Sdk.Kubernetes;

/// <summary>A cluster does not serve a kind.</summary>
public sealed class UnknownKindException : KubernetesException
{
    internal UnknownKindException(string kind, Uri server, string nearest)
        : base($"{server} does not serve {kind}.{nearest}", "Apply its CustomResourceDefinition first, or write a version that is served.", null) =>
        (Kind, Server) = (kind, server);

    /// <summary>Gets the kind, as <c>kind.version.group</c> or <c>kind.group</c>.</summary>
    public string Kind { get; }

    /// <summary>Gets the address of the API server.</summary>
    public Uri Server { get; }
}
