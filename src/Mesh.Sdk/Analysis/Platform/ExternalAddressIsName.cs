using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>An external control plane has a host name.</summary>
internal sealed class ExternalAddressIsName : Rule<InContext<UntypedResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2864",
        DiagnosticSeverity.Info,
        "The webhook '{0}' calls the control plane at the IP address {1}, which is fine for a test and not for production.",
        "Give a host name in clientConfig.url.") { IstioCode = "IST0164" };

    public override void Check(InContext<UntypedResource> value, Place place)
    {
        foreach (ExternalHook hook in ExternalHook.Of(value.Resource))
        {
            if (IstioFormats.IsIpAddress(hook.Host))
            {
                place.Field("webhooks").Item(hook.Index).Field("clientConfig").Field("url").Report(Descriptor, hook.Name, hook.Host);
            }
        }
    }
}
