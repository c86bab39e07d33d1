using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>Without a gateway, istiod hands out addresses that clients of other networks cannot reach.</summary>
/// <remarks>Source: Istio, <c>ep_filters.go</c>; specification 3.4.</remarks>
internal sealed class NoGatewayAddress : Rule<GatewayView>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2152",
        DiagnosticSeverity.Warning,
        "Clients of other networks reach {1} in cluster '{0}' through its gateway, and no address of one is told: until istiod knows one, it sends the addresses of the pods, which are not reachable from outside network '{2}'.",
        "Give the addresses of the east-west gateway with WithGatewayAddresses once they are known, or put the clusters into one network with InNetwork.");

    public override void Check(GatewayView value, Place place)
    {
        if (value.Cluster.GatewayAddresses.Count == 0)
        {
            place.WithRemedy(value.Advice).Report(Descriptor, value.Cluster.Name, value.Behind, value.Cluster.Network);
        }
    }
}
