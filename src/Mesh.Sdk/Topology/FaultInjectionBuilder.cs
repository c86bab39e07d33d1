namespace Mesh.Sdk.Topology;

/// <summary>Declares a fault that is injected on purpose.</summary>
public sealed class FaultInjectionBuilder
{
    private FaultInjection _fault;

    internal FaultInjectionBuilder(FaultInjection fault) => _fault = fault;

    /// <summary>Holds some of the requests.</summary>
    /// <param name="delay">How long, at least 1 ms.</param>
    /// <param name="delayPercent">How many requests, 0 to 100.</param>
    public FaultInjectionBuilder Delays(TimeSpan delay, int delayPercent)
    {
        _fault = _fault with { Delay = delay, DelayPercent = delayPercent };
        return this;
    }

    /// <summary>Answers some of the requests with a status instead.</summary>
    /// <param name="status">HTTP status, 200 to 599.</param>
    /// <param name="abortPercent">How many requests, 0 to 100.</param>
    public FaultInjectionBuilder Aborts(int status, int abortPercent)
    {
        _fault = _fault with { AbortStatus = status, AbortPercent = abortPercent };
        return this;
    }

    internal FaultInjection Build() => _fault;
}
