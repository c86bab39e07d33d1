namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The hosts that clients of one network balance over: endpoints of their own network, and gateways to the others.</summary>
/// <param name="Network">Network of the clients; empty if there is only one.</param>
/// <param name="Endpoints">Endpoints that they reach directly.</param>
/// <param name="Gateways">Gateways that stand for all other endpoints.</param>
/// <param name="LargestCluster">The cluster with the most hosts.</param>
/// <param name="LargestHosts">How many hosts it has.</param>
/// <param name="Clusters">How many clusters have hosts.</param>
internal sealed record HostView(string Network, int Endpoints, int Gateways, string LargestCluster, int LargestHosts, int Clusters)
{
    public int Hosts => Endpoints + Gateways;

    /// <summary>Returns who sees how many hosts, as the subject of a sentence.</summary>
    public string Describe(string service)
    {
        string clients = Network.Length == 0 ? "Clients" : $"Clients in network '{Network}'";
        string gateways = Gateways == 0 ? "" : $" ({Words.Count(Endpoints, "endpoint")} and {Words.Count(Gateways, "gateway")} to other networks)";
        return $"{clients} see {Words.Count(Hosts, "host")}{gateways} of {service}";
    }
}
