using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Sidecars;

/// <summary>A listener for inbound traffic has a port.</summary>
internal sealed class IngressHasPort : Rule<IstioIngressListener>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2604",
        DiagnosticSeverity.Error,
        "The listener has no port.",
        "Give 'port' with the number that the workload is called at.");

    public override void Check(IstioIngressListener value, Place place)
    {
        if (value.Port is null)
        {
            place.Field("port").Report(Descriptor);
        }
    }
}
