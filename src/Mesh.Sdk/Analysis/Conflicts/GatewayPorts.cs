using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>The Gateways that serve a host at a port and address, by selector.</summary>
/// <remarks>Source: Istio, <c>analyzers/gateway/conflictinggateway.go</c>: hosts are compared as they are, wildcards too.</remarks>
internal sealed class GatewayPorts
{
    private readonly Dictionary<(string Cluster, long Port, string Bind, string Host), Dictionary<string, GatewaysOfSelector>> _gateways = [];
    private readonly Dictionary<(string, string), bool> _haveCommonPod = [];
    private readonly PodIndex _pods;

    private GatewayPorts(AnalysisContext context)
    {
        _pods = PodIndex.Of(context);
        foreach ((Gateway gateway, Place place) in context.Each<Gateway>())
        {
            foreach (Server server in (gateway.Spec?.Servers ?? default).Where(s => s is not null))
            {
                Add(gateway.Spec!.Selector, server, place.Key);
            }
        }
    }

    public static GatewayPorts Of(AnalysisContext context) => context.Index(static c => new GatewayPorts(c));

    /// <summary>Gets the full names of the Gateways, that of the server included, whose pods serve a host of a server as well.</summary>
    public IEnumerable<string> Serving(string cluster, EquatableMap<string> selector, Server server) =>
        from host in server.Hosts
        where host is not null && _gateways.ContainsKey(KeyOf(cluster, server, host))
        from gateways in _gateways[KeyOf(cluster, server, host)].Values
        where HaveCommonPod(gateways.Selector, selector)
        from name in gateways.Names
        select name;

    private static (string, long, string, string) KeyOf(string cluster, Server server, string host) =>
        (cluster, server.Port?.Number ?? 0, server.Bind ?? "", host);

    private void Add(EquatableMap<string> selector, Server server, ResourceKey key)
    {
        foreach (string host in server.Hosts.Where(h => h is not null))
        {
            if (!_gateways.TryGetValue(KeyOf(key.Cluster, server, host), out Dictionary<string, GatewaysOfSelector>? bySelector))
            {
                _gateways.Add(KeyOf(key.Cluster, server, host), bySelector = new(StringComparer.Ordinal));
            }

            string text = Names.Selector(selector);
            if (!bySelector.TryGetValue(text, out GatewaysOfSelector? gateways))
            {
                bySelector.Add(text, gateways = new(selector, []));
            }

            gateways.Names.Add(Names.FullName(key));
        }
    }

    // Like istioctl: of two selectors, only one that is a part of the other is looked at.
    private bool HaveCommonPod(EquatableMap<string> left, EquatableMap<string> right)
    {
        (string Left, string Right) texts = (Names.Selector(left), Names.Selector(right));
        if (texts.Left == texts.Right)
        {
            return true;
        }

        if (!_haveCommonPod.TryGetValue(texts, out bool result))
        {
            result = (texts.Left.Contains(texts.Right, StringComparison.Ordinal) || texts.Right.Contains(texts.Left, StringComparison.Ordinal))
                && _pods.Select(left).Any(pod => pod.IsSelected(right));
            _haveCommonPod.Add(texts, result);
        }

        return result;
    }

    private sealed record GatewaysOfSelector(EquatableMap<string> Selector, SortedSet<string> Names);
}
