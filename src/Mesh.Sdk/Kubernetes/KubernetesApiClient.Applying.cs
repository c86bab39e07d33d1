using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes;

/// <content>What appliers need to know of a client.</content>
public sealed partial class KubernetesApiClient
{
    internal KubernetesClientOptions Options => _options;

    /// <summary>Returns a kind in the version in which its objects are written.</summary>
    internal ResourceKind Written(ResourceKind kind)
    {
        (string group, string version) = ResourceKind.Split(_options.Versions.ApiVersionOf(kind));
        return version == kind.Version ? kind : new(group, version, kind.Name);
    }

    internal Backoff NewBackoff() => _sender.NewBackoff();
}
