using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Rendering;

/// <summary>One HTTP route: conditions, destinations, and what happens on the way.</summary>
internal static class HttpRouteRenderer
{
    /// <param name="service">The service that the route leads to.</param>
    /// <param name="route">The route.</param>
    /// <param name="port">Port of the service; <see langword="null"/> keeps the one that the caller asked for.</param>
    public static Istio.HttpRoute Render(MeshService service, Topology.MeshRoute route, int? port) => new()
    {
        Name = route.Name,
        Match = route.Matches.Select(Render).ToEquatableListOrUnset(),
        Route = Destinations(service, route, port),
        Fault = route.Fault is { } fault ? Render(fault) : null,
        Mirrors = Mirrors(service, route, port),
        Retries = route.Retries is { } retries ? Render(retries) : null,
        Timeout = route.Timeout,
    };

    private static EquatableList<HttpRouteDestination> Destinations(MeshService service, Topology.MeshRoute route, int? port) =>
        route.Split.Count == 0
            ? [new() { Destination = Destination(service, null, port) }]
            : route.Split
                .Select(s => new HttpRouteDestination
                {
                    Destination = Destination(service, s.Version, port),
                    Weight = route.Split.Count == 1 ? null : s.WeightPercent,
                })
                .ToEquatableList();

    private static Destination Destination(MeshService service, string? subset, int? port) => new()
    {
        Host = service.Host,
        Subset = subset,
        Port = port is { } number ? new() { Number = number } : null,
    };

    private static EquatableList<HttpMirrorPolicy> Mirrors(MeshService service, Topology.MeshRoute route, int? port) =>
        route.Mirror is not { } mirror
            ? default
            :
            [
                new()
                {
                    Destination = Destination(service, mirror.Version, port),
                    Percentage = new() { Value = mirror.MirrorPercent },
                },
            ];

    private static HttpMatchRequest Render(HttpMatch match) => new()
    {
        Uri = match.Path is { } path ? Render(path) : null,
        Method = match.Method is { } method ? Render(method) : null,
        Headers = match.Headers.Count == 0 ? default : match.Headers.Select(h => new KeyValuePair<string, StringMatch>(h.Key, Render(h.Value))).ToEquatableMap(),
        Port = match.Port,
    };

    private static StringMatch Render(TextMatch match) => match.Kind switch
    {
        TextMatchKind.Prefix => new() { Prefix = match.Value },
        TextMatchKind.Regex => new() { Regex = match.Value },
        _ => new() { Exact = match.Value },
    };

    private static HttpFaultInjection Render(FaultInjection fault) => new()
    {
        Delay = fault.Delay is { } delay ? new() { FixedDelay = delay, Percentage = new() { Value = fault.DelayPercent } } : null,
        Abort = fault.AbortStatus is { } status ? new() { HttpStatus = status, Percentage = new() { Value = fault.AbortPercent } } : null,
    };

    private static HttpRetry Render(RetryPolicy retries) => new()
    {
        Attempts = retries.Attempts,
        PerTryTimeout = retries.PerTryTimeout,
        RetryOn = retries.RetryOn.Count == 0 ? null : string.Join(',', retries.RetryOn),
        RetryRemoteLocalities = retries.RetryRemoteLocalities,
    };
}
