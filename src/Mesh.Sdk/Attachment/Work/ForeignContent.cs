using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>Looks for something in a namespace that would be missed.</summary>
internal static class ForeignContent
{
    // Made by Kubernetes and istiod in every namespace, or by controllers from other objects.
    private static readonly HashSet<string> Kinds = ["Event", "Endpoints", "EndpointSlice", "Lease"];

    private static readonly HashSet<string> Names = ["ConfigMap kube-root-ca.crt", "ConfigMap istio-ca-root-cert", "ServiceAccount default"];

    /// <summary>Returns the first object that is left, as <c>kind name</c>; <see langword="null"/> if there is none.</summary>
    /// <remarks>Secrets with tokens come and go with their service account: before Kubernetes 1.24 each got one, <c>default</c> included.</remarks>
    public static async Task<string?> FindAsync(KubernetesApiClient client, string @namespace, CancellationToken cancellationToken)
    {
        IReadOnlyList<ApiResource> served = await client.Discovery.ListAsync(cancellationToken).ConfigureAwait(false);
        foreach (ApiResource kind in served.Where(k => k.IsNamespaced && k.Verbs.Contains("list") && !Kinds.Contains(k.Kind.Name)).DistinctBy(k => (k.Kind.Group, k.Kind.Name)))
        {
            await foreach (IResource resource in client.ListAsync(kind.Kind, new() { Namespace = @namespace }, cancellationToken).ConfigureAwait(false))
            {
                string name = $"{kind.Kind.Name} {resource.Metadata.Name}";
                if (resource.Metadata is { DeletionTimestamp: null, OwnerReferences.Count: 0 } && !Names.Contains(name) && !TokenSecrets.IsToken(resource))
                {
                    return name;
                }
            }
        }

        return null;
    }
}
