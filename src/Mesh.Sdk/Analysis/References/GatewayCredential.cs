using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A Secret that a server of a Gateway names, and which is looked for beside the gateway's pods.</summary>
/// <param name="Name">Name as the server gives it.</param>
/// <param name="Namespace">Namespace of the pods.</param>
/// <param name="Secret">The Secret; <see langword="null"/> if there is none.</param>
/// <param name="Place">Where the name stands.</param>
internal sealed record GatewayCredential(string Name, string Namespace, Secret? Secret, Place Place)
{
    /// <summary>Gets the credentials of a Gateway, none if its pods are not among the objects.</summary>
    public static IEnumerable<GatewayCredential> Of(InContext<Gateway> gateway, Place place)
    {
        if (!gateway.Context.SeesPlatform
            || gateway.Resource.Spec is not { } spec
            || PodIndex.Of(gateway.Context).Select(spec.Selector).FirstOrDefault() is not { } pod)
        {
            yield break;
        }

        SecretIndex secrets = SecretIndex.Of(gateway.Context);
        for (int i = 0; i < spec.Servers.Count; i++)
        {
            if (spec.Servers[i]?.Tls?.CredentialName is { Length: > 0 } name && !name.Contains("://", StringComparison.Ordinal))
            {
                Place at = place.Field("spec").Field("servers").Item(i).Field("tls").Field("credentialName");
                yield return new(name, pod.Namespace, secrets.Find(Names.FullName(name, pod.Namespace)), at);
            }
        }
    }
}
