using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Failover;

/// <summary>Envoy keeps one host for each address: the first that is listed, whatever its priority. Groups keep their weights.</summary>
/// <remarks>Source: Envoy, <c>EdsClusterImpl::BatchUpdateHelper::updateLocalityEndpoints</c>.</remarks>
internal static class UniqueAddresses
{
    public static EquatableList<EndpointGroup> Keep(EquatableList<EndpointGroup> groups)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<EndpointGroup> kept = new(groups.Count);
        foreach (EndpointGroup group in groups)
        {
            UpstreamHost[] hosts = [.. group.Hosts.Where(host => host.Address.Length == 0 || seen.Add(host.Address))];
            kept.Add(hosts.Length == group.Hosts.Count ? group : group with { Hosts = [.. hosts] });
        }

        return [.. kept];
    }
}
