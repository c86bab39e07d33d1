using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>The port of a listener has no target port.</summary>
internal sealed class ListenerPortHasNoTarget : Rule<SidecarPort>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2605",
        DiagnosticSeverity.Error,
        "targetPort is {0}, and has no effect on a Sidecar.",
        "Remove it; give 'defaultEndpoint' for where inbound traffic goes.");

    public override void Check(SidecarPort value, Place place)
    {
        if (value.TargetPort is > 0)
        {
            place.Field("targetPort").Report(Descriptor, value.TargetPort);
        }
    }
}
