using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Simulation.Engine;

/// <summary>What a proxy does to requests before it looks for a host: faults that a VirtualService injects, or no route.</summary>
/// <param name="Ratio">Which part is answered by the proxy itself, 0 to 1.</param>
/// <param name="Failure">Why those fail; <see langword="null"/> if the answer is no error.</param>
/// <param name="DelaySeconds">How long requests wait first, on average.</param>
/// <remarks>Retries and timeouts do not see any of it. Source: Istio, <c>HTTPFaultInjection</c>; Envoy, HTTP fault filter.</remarks>
internal readonly record struct RouteStop(double Ratio, FailureCause? Failure, double DelaySeconds)
{
    public static readonly RouteStop NoRoute = new(1, FailureCause.NoRoute, 0);

    public static RouteStop Of(HttpFaultInjection? fault)
    {
        double delayed = RatioOf(fault?.Delay?.Percentage?.Value ?? fault?.Delay?.Percent);
        double delay = fault?.Delay?.FixedDelay?.TotalSeconds ?? 0;
        bool answers = fault?.Abort is { HttpStatus: not null } or { GrpcStatus: not null };
        bool fails = fault?.Abort is not { HttpStatus: < 400 };
        return new(answers ? RatioOf(fault!.Abort!.Percentage?.Value) : 0, fails ? FailureCause.InjectedFault : null, delayed * delay);
    }

    private static double RatioOf(double? percent) => Math.Clamp((percent ?? 0) / 100, 0, 1);
}
