using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Simulation;

/// <summary>Says how much the clients of a place send, and to whom.</summary>
public sealed class LoadBuilder
{
    private ScenarioLoad _load;

    internal LoadBuilder(string from) => _load = new() { From = from, Points = [] };

    /// <summary>Sends to these services, in equal parts.</summary>
    public LoadBuilder To(params string[] services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _load = _load with { To = [.. services] };
        return this;
    }

    /// <summary>Sends from sidecars of a namespace; the default is the ingress gateway of the cluster.</summary>
    public LoadBuilder FromSidecars(string @namespace)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(@namespace);
        _load = _load with { SidecarNamespace = @namespace };
        return this;
    }

    /// <summary>Sends as much all the time.</summary>
    public LoadBuilder Constant(double requestsPerSecond) => WithPoints([new(default, requestsPerSecond)], isRamp: false);

    /// <summary>Changes evenly from one load to another, and stays there.</summary>
    public LoadBuilder Ramp(double from, double to, TimeSpan start, TimeSpan end) =>
        WithPoints([new(default, from), new(start, from), new(end, to)], isRamp: true);

    /// <summary>Plays a recorded series: each load holds until the next point.</summary>
    public LoadBuilder Recorded(IEnumerable<LoadPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return WithPoints(points.ToEquatableList(), isRamp: false);
    }

    /// <summary>Sets path and query of the requests, for routes with conditions.</summary>
    public LoadBuilder WithPath(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _load = _load with { Request = _load.Request with { Path = path } };
        return this;
    }

    /// <summary>Sets the method of the requests, <c>GET</c> by default.</summary>
    public LoadBuilder WithMethod(string method)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        _load = _load with { Request = _load.Request with { Method = method } };
        return this;
    }

    /// <summary>Adds a header to the requests.</summary>
    public LoadBuilder WithHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        _load = _load with { Request = _load.Request with { Headers = _load.Request.Headers.With(name.ToLowerInvariant(), value) } };
        return this;
    }

    internal ScenarioLoad Build() => _load;

    private LoadBuilder WithPoints(EquatableList<LoadPoint> points, bool isRamp)
    {
        _load = _load with { Points = points.Count > 1 && points[0].Start == points[1].Start ? [.. points.Skip(1)] : points, IsRamp = isRamp };
        return this;
    }
}
