using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The certificate of a Gateway is where its pods are.</summary>
internal sealed class CredentialExists : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2884",
        DiagnosticSeverity.Error,
        "There is no Secret '{0}' in the namespace '{1}' of the gateway's pods, so the port serves no TLS.",
        "Create the Secret in the namespace of the pods, or correct credentialName.") { IstioCode = "IST0101" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        if (!value.Context.SeesPlatform
            || value.Resource.Spec is not { } spec
            || PodIndex.Of(value.Context).Select(spec.Selector).FirstOrDefault() is not { } pod)
        {
            return;
        }

        SecretNames secrets = value.Context.Index(static c => new SecretNames(c));
        for (int i = 0; i < spec.Servers.Count; i++)
        {
            if (spec.Servers[i]?.Tls?.CredentialName is { Length: > 0 } name
                && !name.Contains("://", StringComparison.Ordinal)
                && !secrets.Contains(Names.FullName(name, pod.Namespace)))
            {
                place.Field("spec").Field("servers").Item(i).Field("tls").Field("credentialName").Report(Descriptor, name, pod.Namespace);
            }
        }
    }
}
