namespace Mesh.Sdk.Failover;

/// <summary>The answer for one destination of a route.</summary>
/// <param name="Destination">The destination.</param>
/// <param name="Percent">Its percentage of all requests.</param>
/// <param name="Answer">Where these go; its shares are percentages of the requests to this destination.</param>
public sealed record DestinationAnswer(TrafficDestination Destination, double Percent, TrafficAnswer Answer);
