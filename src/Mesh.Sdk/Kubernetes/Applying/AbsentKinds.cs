using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Writing;

namespace Mesh.Sdk.Kubernetes.Applying;

/// <summary>Kinds of a set that a cluster does not serve: gone for good, or as long as their server is down.</summary>
internal sealed class AbsentKinds(KubernetesApiClient client)
{
    private static readonly ResourceKind Definitions = new("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

    private static readonly ResourceKind Services = new("apiregistration.k8s.io", "v1", "APIService");

    /// <summary>Returns the kinds of a set, as <c>Kind.group</c>, that are not served now and may be again, with objects.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(SetScope scope, CancellationToken cancellationToken)
    {
        IReadOnlyList<ApiResource> served = await client.Discovery.ListAsync(cancellationToken).ConfigureAwait(false);
        List<string> absent = [];
        foreach ((string kind, (string Group, string Kind) name) in scope.Kinds.Zip(scope.GroupKinds))
        {
            if (!served.Any(s => (s.Kind.Group, s.Kind.Name) == name) && await MayReturnAsync(name.Group, name.Kind, cancellationToken).ConfigureAwait(false))
            {
                absent.Add(kind);
            }
        }

        return absent;
    }

    private async Task<bool> MayReturnAsync(string group, string kind, CancellationToken cancellationToken) =>
        await AnyAsync(Definitions, d => DefinedKinds.Of(d) == (group, kind), cancellationToken).ConfigureAwait(false)
        || await AnyAsync(Services, s => IsOwnServer(UntypedWriter.ToUntyped(s), group), cancellationToken).ConfigureAwait(false);

    // A group that the API server serves itself has none.
    private static bool IsOwnServer(UntypedValue service, string group) =>
        service.Find(["spec", "group"])?.Text == group && service.Find(["spec", "service"]) is { Kind: UntypedKind.Map };

    // Where nobody may tell, it may.
    private async Task<bool> AnyAsync(ResourceKind kind, Func<IResource, bool> isIt, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListAsync(kind, new(), cancellationToken).AnyAsync(isIt, cancellationToken).ConfigureAwait(false);
        }
        catch (UnknownKindException)
        {
            return false;
        }
        catch (KubernetesApiException e) when (e.Reason == KubernetesErrorReason.Forbidden)
        {
            return true;
        }
    }
}
