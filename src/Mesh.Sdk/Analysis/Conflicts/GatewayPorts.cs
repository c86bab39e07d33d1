using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Conflicts;

/// <summary>The hosts that Gateways serve, by selector and port.</summary>
/// <remarks>Source: Istio, <c>analyzers/gateway/conflictinggateway.go</c>.</remarks>
internal sealed class GatewayPorts
{
    private readonly Dictionary<(string Cluster, string Selector, long Port), HostOverlaps<string>> _hosts = [];

    private GatewayPorts(AnalysisContext context)
    {
        foreach ((Gateway gateway, Place place) in context.Each<Gateway>())
        {
            string selector = Names.Selector(gateway.Spec?.Selector ?? default);
            foreach (Server server in (gateway.Spec?.Servers ?? default).Where(s => s?.Port is not null))
            {
                (string, string, long) key = (place.Key.Cluster, selector, server.Port!.Number);
                if (!_hosts.TryGetValue(key, out HostOverlaps<string>? hosts))
                {
                    _hosts.Add(key, hosts = new());
                }

                foreach (string host in server.Hosts.Where(h => h is not null))
                {
                    hosts.Add(host, Names.FullName(place.Key));
                }
            }
        }
    }

    public static GatewayPorts Of(AnalysisContext context) => context.Index(static c => new GatewayPorts(c));

    public IEnumerable<string> Serving(string cluster, string selector, long port, string host) =>
        _hosts.TryGetValue((cluster, selector, port), out HostOverlaps<string>? hosts) ? hosts.Find(host) : [];
}
