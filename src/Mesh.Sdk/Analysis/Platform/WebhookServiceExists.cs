using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>The control plane that a webhook calls is there.</summary>
internal sealed class WebhookServiceExists : Rule<InContext<UntypedResource>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2892",
        DiagnosticSeverity.Error,
        "The webhook '{0}' calls the control plane at Service '{1}', which does not exist, so no pod it applies to is injected.",
        "Correct clientConfig.service, or remove what is left of an old installation.") { IstioCode = "IST0139" };

    public override void Check(InContext<UntypedResource> value, Place place)
    {
        foreach (InjectionHook hook in InjectionHook.Of(value.Resource, place.Key))
        {
            if (hook.Hook.Fields["clientConfig"]?.Fields["service"] is { Kind: UntypedKind.Map } service)
            {
                string name = $"{service.Fields["namespace"]?.Text}/{service.Fields["name"]?.Text}";
                if (!ServiceNames.Of(value.Context).Contains(name))
                {
                    place.Field("webhooks").Item(hook.Index).Field("clientConfig").Field("service").Report(Descriptor, hook.Hook.Fields["name"]?.Text, name);
                }
            }
        }
    }
}
