namespace Mesh.Sdk.Simulation;

/// <summary>Says how the endpoints of a service behave when nothing is wrong.</summary>
public sealed class ServiceBehaviorBuilder
{
    private ServiceBehavior _behavior;

    internal ServiceBehaviorBuilder(string service) => _behavior = new() { Service = service };

    /// <summary>Limits it to one cluster; other clusters keep the entry without one.</summary>
    public ServiceBehaviorBuilder On(string cluster) => With(_behavior with { Cluster = cluster });

    /// <summary>Sets the requests per second that one endpoint can take.</summary>
    public ServiceBehaviorBuilder WithCapacity(double requestsPerSecond) => With(_behavior with { CapacityPerEndpoint = requestsPerSecond });

    /// <summary>Sets how long an answer takes, 10 ms by default.</summary>
    public ServiceBehaviorBuilder WithLatency(TimeSpan latency) => With(_behavior with { Latency = latency });

    /// <summary>Sets which part of the requests is answered with an error, and its status.</summary>
    public ServiceBehaviorBuilder WithErrors(double ratio, int status = 500) => With(_behavior with { ErrorRatio = ratio, ErrorStatus = status });

    internal ServiceBehavior Build() => _behavior;

    private ServiceBehaviorBuilder With(ServiceBehavior behavior)
    {
        _behavior = behavior;
        return this;
    }
}
