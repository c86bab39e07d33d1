using System.Runtime.CompilerServices;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <content>What happens to requests on their way.</content>
public sealed partial class MeshServiceBuilder
{
    private readonly List<MeshRoute> _routes = [];
    private readonly List<IngressExposure> _exposures = [];
    private readonly List<PortMutualTls> _portMutualTls = [];
    private HttpRouteBuilder? _everyRequest;

    private HttpRouteBuilder EveryRequest => _everyRequest ??= new();

    /// <summary>Limits the connections and requests of one client.</summary>
    public MeshServiceBuilder LimitsConnections(Action<ConnectionPoolBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        ConnectionPoolBuilder builder = new(_service.ConnectionPool ?? new());
        configure(builder);
        return With(_service with { ConnectionPool = builder.Build() });
    }

    /// <summary>Breaks the circuit as Backyards did by default: <see cref="ConnectionPoolBuilder.AsBackyards"/> and <see cref="OutlierDetectionBuilder.AsBackyards"/>.</summary>
    public MeshServiceBuilder BreaksCircuit() => LimitsConnections(c => c.AsBackyards()).EjectsOutliers(o => o.AsBackyards());

    /// <summary>Sets how hosts are chosen.</summary>
    public MeshServiceBuilder BalancesLoad(LoadBalancingAlgorithm algorithm)
    {
        if (algorithm == LoadBalancingAlgorithm.ConsistentHash)
        {
            throw new ArgumentException("Call one of the HashesBy methods, which say what is hashed.", nameof(algorithm));
        }

        return With(_service with { LoadBalancing = new() { Algorithm = algorithm } });
    }

    /// <summary>Sends requests with the same header to the same host.</summary>
    public MeshServiceBuilder HashesByHeader(string name) => Hashes(ConsistentHashKey.Header, name, null);

    /// <summary>Sends requests with the same cookie to the same host; sets a session cookie if there is none.</summary>
    public MeshServiceBuilder HashesByCookie(string name) => Hashes(ConsistentHashKey.Cookie, name, null);

    /// <summary>Sends requests with the same cookie to the same host; sets a cookie with this lifetime if there is none.</summary>
    public MeshServiceBuilder HashesByCookie(string name, TimeSpan lifetime) => Hashes(ConsistentHashKey.Cookie, name, lifetime);

    /// <summary>Sends requests with the same query parameter to the same host.</summary>
    public MeshServiceBuilder HashesByQueryParameter(string name) => Hashes(ConsistentHashKey.QueryParameter, name, null);

    /// <summary>Sends requests of the same address to the same host.</summary>
    public MeshServiceBuilder HashesBySourceIp() =>
        With(_service with { LoadBalancing = new() { Algorithm = LoadBalancingAlgorithm.ConsistentHash, Hash = new() { Key = ConsistentHashKey.SourceIp } } });

    /// <summary>Adds a route for some requests. Routes are tried in the order of their declaration, the one for every request last.</summary>
    public MeshServiceBuilder AddRoute(Action<HttpRouteBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        HttpRouteBuilder builder = new();
        configure(builder);
        _routes.Add(builder.Build());
        return this;
    }

    /// <summary>Splits every request between versions.</summary>
    /// <param name="configure">Names the shares, which must sum to 100.</param>
    public MeshServiceBuilder ShiftsTraffic(Action<TrafficSplitBuilder> configure) => OnEveryRequest(r => r.ShiftsTraffic(configure));

    /// <summary>Injects a fault into every request.</summary>
    public MeshServiceBuilder InjectsFaults(Action<FaultInjectionBuilder> configure) => OnEveryRequest(r => r.InjectsFaults(configure));

    /// <summary>Copies every request to a version; answers of the copies are dropped.</summary>
    public MeshServiceBuilder Mirrors(string toVersion) => OnEveryRequest(r => r.Mirrors(toVersion));

    /// <summary>Copies some of the requests to a version; answers of the copies are dropped.</summary>
    /// <param name="toVersion">Version of this service.</param>
    /// <param name="mirrorPercent">How many requests are copied, 0 to 100.</param>
    public MeshServiceBuilder Mirrors(string toVersion, int mirrorPercent) => OnEveryRequest(r => r.Mirrors(toVersion, mirrorPercent));

    /// <summary>Tries every request again when it fails.</summary>
    /// <param name="attempts">How often at most; 0 switches retries off.</param>
    public MeshServiceBuilder Retries(int attempts) => OnEveryRequest(r => r.Retries(attempts));

    /// <summary>Tries every request again when it fails.</summary>
    /// <param name="attempts">How often at most; 0 switches retries off.</param>
    /// <param name="configure">Says when, and how long one try may take.</param>
    public MeshServiceBuilder Retries(int attempts, Action<RetryPolicyBuilder> configure) => OnEveryRequest(r => r.Retries(attempts, configure));

    /// <summary>Limits how long every request may take, retries included. At least 1 ms.</summary>
    public MeshServiceBuilder TimesOutAfter(TimeSpan timeout) => OnEveryRequest(r => r.TimesOutAfter(timeout));

    /// <summary>Exposes the first HTTP port to the outside of the mesh.</summary>
    /// <param name="host">Host name, which may begin with <c>*.</c>.</param>
    public MeshServiceBuilder ExposedAt(string host) => ExposedAt(host, _ => { });

    /// <summary>Exposes the service to the outside of the mesh.</summary>
    /// <param name="host">Host name, which may begin with <c>*.</c>.</param>
    /// <param name="configure">Says what differs from plain HTTP through Istio's ingress gateway.</param>
    public MeshServiceBuilder ExposedAt(string host, Action<IngressExposureBuilder> configure)
    {
        Require.Text(host);
        ArgumentNullException.ThrowIfNull(configure);
        IngressExposureBuilder builder = new(host);
        configure(builder);
        _exposures.Add(builder.Build());
        return this;
    }

    /// <summary>Sets what the workloads accept, where it is not what the namespace says.</summary>
    public MeshServiceBuilder WithMutualTls(MutualTlsMode mode) => With(_service with { MutualTls = mode });

    /// <summary>Sets what one port of the workloads accepts.</summary>
    /// <param name="port">Number of the port on the workload.</param>
    /// <param name="mode">What it accepts.</param>
    public MeshServiceBuilder WithMutualTls(int port, MutualTlsMode mode)
    {
        _portMutualTls.Add(new(port, mode));
        return this;
    }

    /// <summary>Sets what clients use, where the mesh is not to find out.</summary>
    public MeshServiceBuilder WithClientTls(ClientTlsMode mode) => With(_service with { ClientTls = mode });

    private EquatableList<MeshRoute> BuildRoutes() =>
        _everyRequest is null ? _routes.ToEquatableList() : _routes.Append(_everyRequest.Build()).ToEquatableList();

    private MeshServiceBuilder OnEveryRequest(Action<HttpRouteBuilder> configure)
    {
        configure(EveryRequest);
        return this;
    }

    private MeshServiceBuilder Hashes(ConsistentHashKey key, string name, TimeSpan? lifetime, [CallerMemberName] string? call = null)
    {
        Require.Text(name, nameof(name), call);
        return With(_service with
        {
            LoadBalancing = new()
            {
                Algorithm = LoadBalancingAlgorithm.ConsistentHash,
                Hash = new() { Key = key, Name = name, CookieLifetime = lifetime },
            },
        });
    }
}
