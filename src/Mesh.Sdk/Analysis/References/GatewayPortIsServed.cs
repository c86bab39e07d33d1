using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The ports of a Gateway are offered by the Service of its pods, which may lead to others: Istio then listens there.</summary>
internal sealed class GatewayPortIsServed : Rule<InContext<Gateway>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2862",
        DiagnosticSeverity.Warning,
        "No Service of the pods {1} has or leads to port {0}, so it is not reached through the Service.",
        "Add port {0} to the Service of the gateway.") { IstioCode = "IST0162" };

    public override void Check(InContext<Gateway> value, Place place)
    {
        EquatableMap<string> selector = value.Resource.Spec?.Selector ?? default;
        List<PodTemplate> pods = [.. PodIndex.Of(value.Context).Select(selector)];
        if (pods.Count == 0 || value.Resource.Spec is not { } spec)
        {
            return;
        }

        ServiceSelectors services = ServiceSelectors.Of(value.Context);
        HashSet<long> served = [.. pods.DistinctBy(pod => (pod.Namespace, pod.Labels)).SelectMany(pod => services.Selecting(pod, orAll: true)).SelectMany(ServiceSelectors.Ports)];
        for (int i = 0; i < spec.Servers.Count; i++)
        {
            if (spec.Servers[i]?.Port is { } port && !served.Contains(port.Number))
            {
                place.Field("spec").Field("servers").Item(i).Field("port").Field("number").Report(Descriptor, port.Number, Names.Selector(selector));
            }
        }
    }
}
