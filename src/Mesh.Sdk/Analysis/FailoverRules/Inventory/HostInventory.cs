using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>How many endpoints each service has and where, as far as the objects, or the definition, tell.</summary>
internal sealed class HostInventory
{
    private readonly Dictionary<string, List<HostSource>> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Network, string Cluster), int> _gateways = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _networks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HostView[]> _views = new(StringComparer.Ordinal);

    /// <summary>Gets the networks that are told.</summary>
    public IReadOnlyCollection<string> Networks => _networks;

    /// <summary>Gets how many views of a host are looked at; more networks than these see much the same.</summary>
    public const int MaxViews = 16;

    /// <summary>Gets the hosts that have at least one endpoint.</summary>
    public IEnumerable<string> Hosts => _sources.Keys;

    public void AddNetwork(string network) => _networks.Add(network);

    public void AddGateways(string network, string cluster, int count) =>
        _gateways[(network, cluster)] = _gateways.GetValueOrDefault((network, cluster)) + count;

    public void Add(string host, HostSource source)
    {
        if (source.Count <= 0)
        {
            return;
        }

        if (!_sources.TryGetValue(host, out List<HostSource>? sources))
        {
            _sources.Add(host, sources = []);
        }

        sources.Add(source);
    }

    /// <summary>Says that a host has endpoints whose number is not told.</summary>
    public void LeaveOpen(string host) => _open.Add(host);

    /// <summary>Returns whether the number of all endpoints of a host is told.</summary>
    public bool IsCounted(string host) => _sources.ContainsKey(host) && !_open.Contains(host);

    /// <summary>Forgets what was told of a host: something better is known.</summary>
    public void Forget(string host)
    {
        _sources.Remove(host);
        _open.Remove(host);
    }

    /// <summary>Returns the endpoints of a host; none if nothing is known.</summary>
    public IReadOnlyList<HostSource> SourcesOf(string host) => _sources.TryGetValue(host, out List<HostSource>? sources) ? sources : [];

    /// <summary>Returns what clients of each network see of a host; none if nothing is known. Asked for when all is told.</summary>
    public IEnumerable<HostView> ViewsOf(string host, EquatableMap<string> subsetLabels)
    {
        if (subsetLabels.Count > 0)
        {
            return Views(host, subsetLabels);
        }

        if (!_views.TryGetValue(host, out HostView[]? views))
        {
            _views.Add(host, views = [.. Views(host, subsetLabels)]);
        }

        return views;
    }

    private IEnumerable<HostView> Views(string host, EquatableMap<string> subsetLabels)
    {
        HostSource[] sources = [.. SourcesOf(host).Where(s => TopologyLabels.Select(subsetLabels, s.Labels))];
        return sources.Length == 0 || _open.Contains(host) ? []
            : _networks.Count <= 1 ? [View("", sources)]
            : _networks.Select(network => View(network, sources));
    }

    // Envoy keeps one host for each address, in however many localities a gateway is told.
    private HostView View(string network, HostSource[] sources)
    {
        HostSource[] direct = [.. sources.Where(s => network.Length == 0 || s.Network.Length == 0 || s.Network == network)];
        (string Cluster, int Hosts)[] clusters =
        [
            .. direct.GroupBy(s => s.Cluster).Select(c => (c.Key, Sum(c))),
            .. sources.Except(direct)
                .Select(s => (s.Network, s.Cluster))
                .Distinct()
                .GroupBy(s => s.Cluster)
                .Select(c => (c.Key, Clip(c.Sum(s => (long)GatewaysTo(s.Network, s.Cluster))))),
        ];
        (string largest, int hosts) = clusters.MaxBy(c => c.Hosts);
        int endpoints = Sum(direct);
        int gateways = Clip(clusters.Sum(c => (long)c.Hosts) - endpoints);
        return new(network, Math.Min(endpoints, int.MaxValue - gateways), gateways, largest, hosts, clusters.Length);
    }

    // A network has a way in, or its endpoints could not be used at all; how many addresses it has may not be known yet.
    private int GatewaysTo(string network, string cluster) => Math.Max(1, _gateways.GetValueOrDefault((network, cluster)));

    private static int Sum(IEnumerable<HostSource> sources) => Clip(sources.Sum(s => (long)s.Count));

    private static int Clip(long count) => (int)Math.Min(int.MaxValue, count);
}
