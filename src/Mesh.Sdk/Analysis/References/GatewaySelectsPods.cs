using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The selector of a Gateway selects at least one pod.</summary>
internal sealed class GatewaySelectsPods : Rule<InContext<Gateway>>
{
    private const string Label = "istio";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2883",
        DiagnosticSeverity.Error,
        "The selector {0} selects no pod, so no proxy opens these ports.",
        "Correct the selector, or deploy the gateway.") { IstioCode = "IST0101" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        EquatableMap<string> selector = value.Resource.Spec?.Selector ?? default;
        PodIndex pods = PodIndex.Of(value.Context);
        if (value.Context.SeesPlatform && !pods.Select(selector).Any() && !(pods.LacksPlatform && IsOfPlatform(selector)))
        {
            place.Field("spec").Field("selector").Report(Descriptor, selector.Count == 0 ? "(everything)" : Names.Selector(selector));
        }
    }

    // Istio's own gateways are installed apart from what uses them: objects without any of them tell nothing about them. The index
    // assumes the ingress gateway.
    private static bool IsOfPlatform(EquatableMap<string> selector) =>
        selector.Count == 1 && selector.TryGetValue(Label, out string? gateway) && gateway is ("eastwestgateway" or "egressgateway");
}
