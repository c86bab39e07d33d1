using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>A selector selects no pods of Gateways of the Gateway API, to which only target references apply.</summary>
/// <param name="selectorOf">Gets the selector of a policy that has no target references.</param>
internal sealed class SelectorMissesGateways<T>(Func<T, WorkloadSelector?> selectorOf) : Rule<InContext<T>>
    where T : IResource
{
    private const string GatewayName = "gateway.networking.k8s.io/gateway-name";

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2866",
        DiagnosticSeverity.Warning,
        "The selector selects pods of the Gateway '{0}', and has no effect on them.",
        "Name the Gateway in targetRefs.") { IstioCode = "IST0166" };

    public override void Check(InContext<T> value, Place place)
    {
        if (selectorOf(value.Resource) is not { } selector)
        {
            return;
        }

        IEnumerable<string> gateways = PodIndex.Of(value.Context).Select(selector.MatchLabels, Names.NamespaceOf(place.Key))
            .Where(pod => pod.Labels.ContainsKey(GatewayName))
            .Select(pod => pod.Labels[GatewayName])
            .Distinct(StringComparer.Ordinal);
        foreach (string gateway in gateways)
        {
            place.Field("spec").Field("selector").Report(Descriptor, gateway);
        }
    }
}
