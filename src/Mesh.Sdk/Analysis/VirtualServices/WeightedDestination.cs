using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A share of the traffic, of HTTP or of connections.</summary>
internal sealed record WeightedDestination(Destination? Destination, int? Weight)
{
    public static WeightedDestination? Of(HttpRouteDestination? share) => share is null ? null : new(share.Destination, share.Weight);

    public static WeightedDestination? Of(RouteDestination? share) => share is null ? null : new(share.Destination, share.Weight);
}
