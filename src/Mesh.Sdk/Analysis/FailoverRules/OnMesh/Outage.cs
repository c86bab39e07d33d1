using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>A place that is lost while endpoints elsewhere live on: what its worst client gets.</summary>
/// <param name="Place">The cluster or region.</param>
/// <param name="IsByErrors">Whether its endpoints answer with 503, or are gone.</param>
/// <param name="Client">The client that loses most.</param>
/// <param name="Answer">What that client gets.</param>
/// <param name="OtherClients">How many others lose requests too.</param>
internal sealed record Outage(string Place, bool IsByErrors, ClientView Client, TrafficAnswer Answer, int OtherClients)
{
    private static readonly RoutingRule[] Causes =
    [
        RoutingRule.Distribution, RoutingRule.MultiNetwork, RoutingRule.EndpointSelection, RoutingRule.NoHealthyHost, RoutingRule.DestinationRuleLookup,
    ];

    public double LostPercent => Answer.FailedPercent + Answer.ErrorPercent;

    /// <summary>Gets the decision that made it so.</summary>
    public RoutingDecision? Cause => IsByErrors && Answer.ErrorPercent > 0
        ? Answer.Decisions.FirstOrDefault(d => d.Rule == RoutingRule.Ejection)
        : Causes.Select(rule => Answer.Decisions.FirstOrDefault(d => d.Rule == rule)).FirstOrDefault(d => d is not null);

    /// <summary>Returns the outages that lose requests.</summary>
    public static IEnumerable<Outage> Of(ServiceView service)
    {
        foreach ((string place, Func<TrafficEndpoint, bool> isLost) in Places(service))
        {
            string[] clusters = [.. service.Endpoints.Where(isLost).Select(e => e.Cluster).Distinct()];
            ClientView[] clients = [.. service.Clients.Where(c => c.DependsOn(clusters))];
            foreach (bool isByErrors in new[] { false, true })
            {
                EquatableList<TrafficEndpoint> left = After(service.Endpoints, isLost, isByErrors);
                ClientView[] losers =
                [
                    .. from client in clients
                       let percent = client.LostPercent(left)
                       where percent > 0
                       orderby percent descending
                       select client,
                ];
                if (losers is [var worst, ..])
                {
                    yield return new(place, isByErrors, worst, worst.Explain(left), losers.Length - 1);
                }
            }
        }
    }

    private static EquatableList<TrafficEndpoint> After(EquatableList<TrafficEndpoint> endpoints, Func<TrafficEndpoint, bool> isLost, bool isByErrors) => isByErrors
        ? endpoints.Select(e => isLost(e) ? e with { Health = EndpointHealth.Failing } : e).ToEquatableList()
        : endpoints.Where(e => !isLost(e)).ToEquatableList();

    // A region of one cluster is lost with it; a place that holds everything is another matter.
    private static IEnumerable<(string Place, Func<TrafficEndpoint, bool> IsLost)> Places(ServiceView service)
    {
        string[] clusters = [.. service.Endpoints.Select(e => e.Cluster).Distinct()];
        string[] regions = [.. service.Endpoints.Select(e => e.Locality.Region).Distinct().Where(r => r.Length > 0)];
        IEnumerable<(string, Func<TrafficEndpoint, bool>)> places =
        [
            .. clusters.Select(c => ($"cluster {c}", (Func<TrafficEndpoint, bool>)(e => e.Cluster == c))),
            .. regions
                .Where(r => !clusters.Any(c => service.Endpoints.All(e => e.Cluster == c == (e.Locality.Region == r))))
                .Select(r => ($"region {r}", (Func<TrafficEndpoint, bool>)(e => e.Locality.Region == r))),
        ];
        return places.Where(p => !service.Endpoints.All(p.Item2));
    }
}
