using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Combines the answers for the destinations of a route: specification 8.5.</summary>
internal static class RouteAnswers
{
    public static TrafficAnswer Combine(TrafficQuestion question, TrafficRoute route, Func<TrafficQuestion, TrafficAnswer> explain)
    {
        RoutingDecision decision = new(RoutingRule.Route, route.Object, route.Field, route.Reason);
        TrafficQuestion unrouted = question with { Route = null };
        if (!route.Destinations.IsSet)
        {
            TrafficAnswer whole = explain(unrouted);
            return whole with { Decisions = [decision, .. whole.Decisions] };
        }

        double sum = route.Destinations.Sum(destination => (double)destination.Weight);
        DestinationAnswer[] parts =
        [
            .. route.Destinations
                .Where(destination => destination.Weight > 0)
                .Select(destination => new DestinationAnswer(destination, 100 * destination.Weight / sum, explain(To(unrouted, destination)))),
        ];
        return parts switch
        {
            [] => Nowhere(explain(unrouted), decision),
            [var only] => only.Answer with { Destinations = [only], Decisions = [decision, .. only.Answer.Decisions] },
            _ => Add(parts, decision),
        };
    }

    private static TrafficQuestion To(TrafficQuestion question, TrafficDestination destination) =>
        question with { Service = question.Service with { Subset = destination.Subset } };

    private static TrafficAnswer Nowhere(TrafficAnswer whole, RoutingDecision decision) => whole with
    {
        PercentByCluster = Zeros(whole.PercentByCluster),
        PercentByLocality = Zeros(whole.PercentByLocality),
        Hosts = whole.Hosts.Select(host => host with { Percent = 0 }).ToEquatableList(),
        Priorities = whole.Priorities.Select(priority => priority with { LoadPercent = 0 }).ToEquatableList(),
        FailedPercent = 100,
        ErrorPercent = 0,
        Decisions = [decision],
    };

    private static TrafficAnswer Add(DestinationAnswer[] parts, RoutingDecision decision) => parts[0].Answer with
    {
        Destinations = [.. parts],
        PercentByCluster = Add(parts, answer => answer.PercentByCluster),
        PercentByLocality = Add(parts, answer => answer.PercentByLocality),
        Hosts = parts.SelectMany(part => part.Answer.Hosts.Select(host => host with { Percent = host.Percent * part.Percent / 100 })).ToEquatableList(),
        Priorities = parts.SelectMany(part => part.Answer.Priorities).ToEquatableList(),
        FailedPercent = Add(parts, answer => answer.FailedPercent),
        ErrorPercent = Add(parts, answer => answer.ErrorPercent),
        MaxEjectedHosts = parts.Sum(part => part.Answer.MaxEjectedHosts),
        Decisions = [decision, .. Decisions(parts)],
    };

    // What all destinations share is said once, before what each of them has of its own.
    private static IEnumerable<RoutingDecision> Decisions(DestinationAnswer[] parts)
    {
        HashSet<RoutingDecision> shared = [.. parts[0].Answer.Decisions.Where(decision => parts.All(part => part.Answer.Decisions.Contains(decision)))];
        return parts[0].Answer.Decisions.Where(shared.Contains).Concat(parts.SelectMany(part => part.Answer.Decisions
            .Where(decision => !shared.Contains(decision))
            .Select(decision => decision with { Conclusion = $"For {part.Destination.Subset ?? "the whole service"}: {decision.Conclusion}" })));
    }

    private static double Add(DestinationAnswer[] parts, Func<TrafficAnswer, double> percentOf) =>
        parts.Sum(part => percentOf(part.Answer) * part.Percent / 100);

    private static EquatableMap<double> Add(DestinationAnswer[] parts, Func<TrafficAnswer, EquatableMap<double>> percentsOf) => parts
        .SelectMany(part => percentsOf(part.Answer).Select(share => KeyValuePair.Create(share.Key, share.Value * part.Percent / 100)))
        .GroupBy(share => share.Key, share => share.Value)
        .Select(share => KeyValuePair.Create(share.Key, share.Sum()))
        .ToEquatableMap();

    private static EquatableMap<double> Zeros(EquatableMap<double> percents) => percents.Select(share => KeyValuePair.Create(share.Key, 0.0)).ToEquatableMap();
}
