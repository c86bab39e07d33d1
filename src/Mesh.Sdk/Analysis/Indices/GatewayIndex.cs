using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Gateways by namespace and name.</summary>
internal sealed class GatewayIndex
{
    /// <summary>What stands for all sidecars where gateways are named.</summary>
    public const string Mesh = "mesh";

    private readonly ClusterIndex<string, Gateway> _gateways = new();

    private GatewayIndex(AnalysisContext context)
    {
        foreach ((Gateway gateway, Place place) in context.Each<Gateway>())
        {
            _gateways.Add(place.Key.Cluster, Names.FullName(place.Key), gateway);
        }
    }

    public static GatewayIndex Of(AnalysisContext context) => context.Index(static c => new GatewayIndex(c));

    public Gateway? Find(string cluster, string fullName) => _gateways.Find(cluster, fullName).FirstOrDefault();

    /// <summary>Gets the hosts of a gateway that a namespace may bind to, without the namespace before the slash.</summary>
    /// <remarks>Source: Istio, <c>analyzers/virtualservice/gateways.go</c>.</remarks>
    public static IEnumerable<string> HostsFor(Gateway gateway, string gatewayNamespace, string @namespace)
    {
        foreach (Server server in (gateway.Spec?.Servers ?? default).Where(s => s is not null))
        {
            foreach (string host in server.Hosts.Where(h => h is not null))
            {
                string[] parts = host.Split('/', 2);
                string scope = parts.Length == 1 ? "*" : parts[0] == "." ? gatewayNamespace : parts[0];
                if (scope == "*" || scope == @namespace)
                {
                    yield return parts[^1];
                }
            }
        }
    }
}
