namespace Mesh.Sdk.Failover;

/// <summary>State of an endpoint.</summary>
public enum EndpointHealth
{
    /// <summary>Answers.</summary>
    Healthy,

    /// <summary>Is ready, and answers every request with 503: outlier detection ejects it as far as its limit allows.</summary>
    Failing,

    /// <summary>Can't answer, and the client sees it as unhealthy already: it gets no requests, except in panic, where they fail.</summary>
    Unhealthy,

    /// <summary>Its readiness probe fails; Istio sends it as unhealthy or leaves it out. Requests that it gets in panic fail.</summary>
    NotReady,

    /// <summary>Is draining: left out, except for services with persistent sessions, where it takes no new ones.</summary>
    Draining,

    /// <summary>Is terminating: left out.</summary>
    Terminating,
}
