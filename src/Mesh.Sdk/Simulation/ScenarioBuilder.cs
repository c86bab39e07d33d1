using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>Declares a scenario. Lives inside the lambda of <c>Simulate</c> and no longer.</summary>
public sealed class ScenarioBuilder
{
    private readonly List<ScenarioLoad> _loads = [];
    private readonly List<ScenarioFault> _faults = [];
    private readonly List<ServiceBehavior> _behaviors = [];
    private readonly List<ServiceCall> _calls = [];
    private Scenario _scenario = new();

    internal ScenarioBuilder()
    {
    }

    /// <summary>Adds clients behind the ingress gateway of a cluster that send as much all the time.</summary>
    /// <param name="from">The cluster.</param>
    /// <param name="requestsPerSecond">Their requests, all services together.</param>
    /// <param name="to">The services, in equal parts; none given means those exposed at an ingress or, if none is, all.</param>
    public ScenarioBuilder Clients(string from, double requestsPerSecond, params string[] to) =>
        Clients(from, c => c.Constant(requestsPerSecond).To(to));

    /// <summary>Adds clients.</summary>
    /// <param name="from">The cluster in which they are.</param>
    /// <param name="configure">Says how much they send, and to whom.</param>
    public ScenarioBuilder Clients(string from, Action<LoadBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentNullException.ThrowIfNull(configure);
        LoadBuilder builder = new(from);
        configure(builder);
        _loads.Add(builder.Build());
        return this;
    }

    /// <summary>Says how the endpoints of a service behave when nothing is wrong.</summary>
    public ScenarioBuilder WithService(string service, Action<ServiceBehaviorBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        ArgumentNullException.ThrowIfNull(configure);
        ServiceBehaviorBuilder builder = new(service);
        configure(builder);
        _behaviors.Add(builder.Build());
        return this;
    }

    /// <summary>Lets a service call another one for each request that it answers.</summary>
    /// <param name="from">The service that calls.</param>
    /// <param name="to">The service that is called.</param>
    /// <param name="perRequest">Calls for each request.</param>
    /// <param name="propagatesFailures">Whether the caller answers 500 when a call fails; it answers 200 otherwise.</param>
    public ScenarioBuilder Calls(string from, string to, double perRequest = 1, bool propagatesFailures = false)
    {
        _calls.Add(new() { From = from, To = to, PerRequest = perRequest, PropagatesFailures = propagatesFailures });
        return this;
    }

    /// <summary>Says what goes wrong at a time.</summary>
    public ScenarioBuilder At(TimeSpan time, Action<FaultBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new FaultBuilder(time, _faults));
        return this;
    }

    /// <summary>Sets how long is simulated.</summary>
    public ScenarioBuilder For(TimeSpan duration) => With(_scenario with { Duration = duration });

    /// <summary>Uses the DestinationRules and VirtualServices of these resources instead of those rendered from the mesh.</summary>
    public ScenarioBuilder WithResources(ResourceSet resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return With(_scenario with { Resources = resources });
    }

    /// <summary>Uses these resources, such as DestinationRules, instead of those rendered from the mesh.</summary>
    public ScenarioBuilder WithResources(params IResource[] resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        return WithResources(ResourceSet.From(resources));
    }

    /// <summary>Simulates every single request, with chance from a seed.</summary>
    public ScenarioBuilder PerRequest(ulong seed = 0) => With(_scenario with { Mode = SimulationMode.PerRequest, Seed = seed });

    /// <summary>Sets the length of a step, 1 s by default.</summary>
    public ScenarioBuilder WithResolution(TimeSpan resolution) => With(_scenario with { Resolution = resolution });

    /// <summary>Sets the version of Istio, such as 1.18; the current one by default.</summary>
    public ScenarioBuilder WithIstio(Version version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return With(_scenario with { Istio = version });
    }

    /// <summary>Sets how long clients take to learn of changed endpoints, 1 s by default.</summary>
    public ScenarioBuilder WithDiscoveryDelay(TimeSpan delay) => With(_scenario with { DiscoveryDelay = delay });

    /// <summary>Sets how long a pod that is told to end still answers, 5 s by default.</summary>
    public ScenarioBuilder WithDrainTime(TimeSpan time) => With(_scenario with { DrainTime = time });

    /// <summary>Sets how long after a node went silent its pods count as not ready, 40 s by default.</summary>
    public ScenarioBuilder WithNodeGracePeriod(TimeSpan time) => With(_scenario with { NodeGracePeriod = time });

    /// <summary>Sets how many steps, or requests one by one, the simulation may take.</summary>
    public ScenarioBuilder WithLimit(long steps) => With(_scenario with { Limit = steps });

    internal Scenario Build() => _scenario with
    {
        Loads = [.. _loads],
        Faults = [.. _faults],
        Behaviors = [.. _behaviors],
        Calls = [.. _calls],
    };

    private ScenarioBuilder With(Scenario scenario)
    {
        _scenario = scenario;
        return this;
    }
}
