using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Clients of other networks see one host, however many stand behind it.</summary>
/// <remarks>Source: Istio, <c>ep_filters.go</c>; specification 3.4.</remarks>
internal sealed class OneGatewayForAll : Rule<GatewayView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2110",
        DiagnosticSeverity.Warning,
        "Clients of other networks reach {1} in cluster '{0}' through the one gateway address {2}: it counts as one host, single endpoints behind it cannot be ejected, and when it is unreachable so are all.",
        "Give WithGatewayAddresses two addresses or more, or put the clusters into one network with InNetwork.");

    public override void Check(GatewayView value, Place place)
    {
        if (value.Cluster.GatewayAddresses is [var only])
        {
            place.WithRemedy(value.Advice).Report(Descriptor, value.Cluster.Name, value.Behind, only);
        }
    }
}
