using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares what happens to requests that match.</summary>
public sealed class HttpRouteBuilder
{
    private readonly List<HttpMatch> _matches = [];
    private MeshRoute _route = new();

    internal HttpRouteBuilder()
    {
    }

    /// <summary>Sets the name, which shows in access logs.</summary>
    public HttpRouteBuilder WithName(string name)
    {
        Require.Text(name);
        return With(_route with { Name = name });
    }

    /// <summary>Adds a set of conditions, all of which must hold; of several sets any suffices.</summary>
    public HttpRouteBuilder Matches(Action<HttpMatchBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        HttpMatchBuilder builder = new();
        configure(builder);
        _matches.Add(builder.Build());
        return this;
    }

    /// <summary>Sends the requests to one version.</summary>
    public HttpRouteBuilder GoesTo(string version) => ShiftsTraffic(t => t.To(version, 100));

    /// <summary>Splits the requests between versions.</summary>
    /// <param name="configure">Names the shares, which must sum to 100.</param>
    public HttpRouteBuilder ShiftsTraffic(Action<TrafficSplitBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        TrafficSplitBuilder builder = new();
        configure(builder);
        return With(_route with { Split = builder.Build() });
    }

    /// <summary>Injects a fault.</summary>
    public HttpRouteBuilder InjectsFaults(Action<FaultInjectionBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        FaultInjectionBuilder builder = new(_route.Fault ?? new());
        configure(builder);
        return With(_route with { Fault = builder.Build() });
    }

    /// <summary>Copies the requests to a version; answers of the copies are dropped.</summary>
    public HttpRouteBuilder Mirrors(string toVersion) => Mirrors(toVersion, 100);

    /// <summary>Copies some of the requests to a version; answers of the copies are dropped.</summary>
    /// <param name="toVersion">Version of the service.</param>
    /// <param name="mirrorPercent">How many requests are copied, 0 to 100.</param>
    public HttpRouteBuilder Mirrors(string toVersion, int mirrorPercent)
    {
        Require.Text(toVersion);
        return With(_route with { Mirror = new() { Version = toVersion, MirrorPercent = mirrorPercent } });
    }

    /// <summary>Tries requests again when they fail.</summary>
    /// <param name="attempts">How often at most; 0 switches retries off.</param>
    public HttpRouteBuilder Retries(int attempts) => Retries(attempts, _ => { });

    /// <summary>Tries requests again when they fail.</summary>
    /// <param name="attempts">How often at most; 0 switches retries off.</param>
    /// <param name="configure">Says when, and how long one try may take.</param>
    public HttpRouteBuilder Retries(int attempts, Action<RetryPolicyBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        RetryPolicyBuilder builder = new(attempts);
        configure(builder);
        return With(_route with { Retries = builder.Build() });
    }

    /// <summary>Limits how long a request may take, retries included. At least 1 ms.</summary>
    public HttpRouteBuilder TimesOutAfter(TimeSpan timeout) => With(_route with { Timeout = timeout });

    internal MeshRoute Build() => _route with { Matches = _matches.ToEquatableList() };

    private HttpRouteBuilder With(MeshRoute route)
    {
        _route = route;
        return this;
    }
}
