using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Which endpoints of a service a client gets at all: specification 3.1 and 3.2.</summary>
public sealed record EndpointSelection
{
    /// <summary>Gets the endpoints that the client gets.</summary>
    public required EquatableList<TrafficEndpoint> Kept { get; init; }

    /// <summary>Gets how many endpoints each reason leaves out.</summary>
    public required EquatableMap<int> DroppedByReason { get; init; }

    /// <summary>Selects endpoints.</summary>
    /// <param name="question">Client, service, endpoints and mesh config.</param>
    /// <param name="subsetLabels">Labels of the subset; empty for none.</param>
    /// <param name="minHealthPercent">The rule's <c>minHealthPercent</c>; above 0, endpoints that are not ready are left out.</param>
    public static EndpointSelection Of(TrafficQuestion question, EquatableMap<string> subsetLabels, int minHealthPercent)
    {
        ArgumentNullException.ThrowIfNull(question);
        bool keepsNotReady = question.Service.TrafficDistribution is not null
            || (question.Mesh.SendsUnhealthyEndpoints && minHealthPercent <= 0);
        List<TrafficEndpoint> kept = [];
        Dictionary<string, int> dropped = new(StringComparer.Ordinal);
        foreach (TrafficEndpoint endpoint in question.Endpoints)
        {
            if (ReasonToDrop(endpoint, question, subsetLabels, keepsNotReady) is { } reason)
            {
                dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
            }
            else
            {
                kept.Add(endpoint);
            }
        }

        return new() { Kept = [.. kept], DroppedByReason = dropped };
    }

    private static string? ReasonToDrop(TrafficEndpoint endpoint, TrafficQuestion question, EquatableMap<string> subsetLabels, bool keepsNotReady)
    {
        (TrafficClient client, TrafficService service) = (question.Client, question.Service);
        return endpoint.Health switch
        {
            _ when service.IsClusterLocal && endpoint.Cluster != client.Cluster => "of other clusters, as the service is cluster-local",
            _ when client.RequestedNetworkView.Count > 0 && !client.RequestedNetworkView.Contains(endpoint.Network) => "outside the client's network view",
            EndpointHealth.Terminating => "terminating",
            EndpointHealth.Draining when !service.HasPersistentSessions => "draining",
            _ when subsetLabels.Count > 0 && !TopologyLabels.Select(subsetLabels, endpoint.EnrichedLabels) => "without the labels of the subset",
            EndpointHealth.NotReady when !keepsNotReady => "not ready",
            _ => null,
        };
    }
}
