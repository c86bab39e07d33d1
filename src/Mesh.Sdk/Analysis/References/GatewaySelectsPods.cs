using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The selector of a Gateway selects at least one pod.</summary>
internal sealed class GatewaySelectsPods : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2883",
        DiagnosticSeverity.Error,
        "The selector {0} selects no pod, so no proxy opens these ports.",
        "Correct the selector, or deploy the gateway.") { IstioCode = "IST0101" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        EquatableMap<string> selector = value.Resource.Spec?.Selector ?? default;
        if (value.Context.SeesPlatform && !PodIndex.Of(value.Context).Select(selector).Any())
        {
            place.Field("spec").Field("selector").Report(Descriptor, selector.Count == 0 ? "(everything)" : Names.Selector(selector));
        }
    }
}
