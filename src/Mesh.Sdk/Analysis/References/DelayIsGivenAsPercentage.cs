using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The share of delayed requests is given as percentage.</summary>
internal sealed class DelayIsGivenAsPercentage : Rule<InContext<VirtualService>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2890",
        DiagnosticSeverity.Warning,
        "fault.delay.percent is deprecated.",
        "Use fault.delay.percentage.") { IstioCode = "IST0002" };

    public override void Check(InContext<VirtualService> value, Place place)
    {
        for (int i = 0; i < value.Resource.Spec?.Http.Count; i++)
        {
            if (value.Resource.Spec.Http[i]?.Fault?.Delay?.Percent > 0)
            {
                place.Field("spec").Field("http").Item(i).Field("fault").Field("delay").Field("percent").Report(Descriptor);
            }
        }
    }
}
