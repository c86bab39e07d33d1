using System.Globalization;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Failover;

/// <summary>Finds the route of a service that takes requests without further conditions.</summary>
internal static class MeshRoutes
{
    /// <summary>Returns the route, or why there is none; null if the service has no routes at all.</summary>
    public static TrafficRoute? Of(MeshService service, int? port, string? version)
    {
        if (service.Routes.Count == 0)
        {
            return null;
        }

        TrafficRoute none = new() { Object = $"MeshService {service.Namespace}/{service.Name}", Field = "routes", Reason = "" };
        if (version is not null)
        {
            return none with { Reason = $"not applied: the question names the version {version} itself." };
        }

        if (port is { } number && service.Ports.FirstOrDefault(p => p.Number == number) is { IsHttp: false })
        {
            return none with { Reason = string.Create(CultureInfo.InvariantCulture, $"not applied: routes are for HTTP, and port {number} is not.") };
        }

        int index = IndexOf(service.Routes, port);
        return index < 0
            ? none with { Destinations = [], Reason = "all have conditions: a request that meets none of them fails with 404 (NR)." }
            : Follow(service.Routes[index], index, none);
    }

    private static TrafficRoute Follow(MeshRoute route, int index, TrafficRoute none)
    {
        string weights = string.Join(", ", route.Split.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.WeightPercent} % to {s.Version}")));
        string conditions = index == 0 ? "" : " The routes before it have conditions, which the requests of this answer do not meet.";
        return none with
        {
            Field = string.Create(CultureInfo.InvariantCulture, $"routes[{index}]{(route.Split.Count == 0 ? "" : ".split")}"),
            Destinations = route.Split.Count == 0 ? [new(null, 1)] : route.Split.Select(s => new TrafficDestination(s.Version, s.WeightPercent)).ToEquatableList(),
            Reason = $"applied: sends {(route.Split.Count == 0 ? "all requests to the whole service" : $"{weights}, before priorities and whatever their health")}.{conditions}",
        };
    }

    private static int IndexOf(EquatableList<MeshRoute> routes, int? port)
    {
        for (int i = 0; i < routes.Count; i++)
        {
            if (routes[i].Matches.Count == 0 || routes[i].Matches.Any(match => HoldsWithoutConditions(match, port)))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HoldsWithoutConditions(HttpMatch match, int? port) =>
        match is { Method: null, Headers.Count: 0 }
        && (match.Path is null || match.Path is { Kind: TextMatchKind.Prefix, Value: "/" })
        && (match.Port is null || match.Port == port);
}
