using Mesh.Sdk.Analysis.Schemas;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>The address of an external control plane can be called. Names are not looked up: analysis has no network.</summary>
internal sealed class ExternalAddressIsGiven : Rule<InContext<UntypedResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2863",
        DiagnosticSeverity.Warning,
        "The webhook '{0}' can't reach a control plane: its address '{1}' {2}.",
        "Give clientConfig.url with the host name of the control plane's ingress gateway, or clientConfig.service.") { IstioCode = "IST0163" };

    public override void Check(InContext<UntypedResource> value, Place place)
    {
        foreach (ExternalHook hook in ExternalHook.Of(value.Resource))
        {
            if (Problem(hook) is { } problem)
            {
                place.Field("webhooks").Item(hook.Index).Field("clientConfig").Field("url").Report(Descriptor, hook.Name, PublicText.Address(hook.Url), problem);
            }
        }
    }

    private static string? Problem(ExternalHook hook) => hook.Url switch
    {
        null => hook.HasService ? null : "is blank",
        _ when GoUrl.SchemeOf(hook.Url) is null => "is no URL",
        _ => hook.Host.Length == 0 ? "has no host" : null,
    };
}
