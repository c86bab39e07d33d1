using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Analysis.FailoverRules;

/// <summary>The way into the network of a cluster, as its objects tell.</summary>
/// <param name="Key">The object; <see langword="null"/> if there is none.</param>
/// <param name="Addresses">The addresses that are told.</param>
/// <param name="IsOpen">Whether there may be more: a host name stands for any number, and one without status has yet to get some.</param>
internal sealed record EastWestGateway(ResourceKey? Key, IReadOnlyList<string> Addresses, bool IsOpen)
{
    private const string PurposeLabel = "istio";

    public static EastWestGateway Of(string cluster, AnalysisContext context)
    {
        List<string> addresses = [];
        ResourceKey? key = null;
        bool isOpen = HasMeshNetworks(cluster, context);
        foreach ((Service service, Place place) in context.Each<Service>().Where(s => s.Place.Key.Cluster == cluster && IsGateway(s.Resource.Metadata)))
        {
            LoadBalancerIngress[] ingress = [.. (service.Status?.LoadBalancer?.Ingress ?? default).Where(i => i is not null)];
            EquatableList<string> external = service.Spec?.ExternalIPs ?? default;
            addresses.AddRange(ingress.Select(i => i.Ip ?? i.Hostname).Concat(external).Where(a => a is { Length: > 0 })!);
            isOpen |= (ingress.Length == 0 && external.Count == 0) || ingress.Any(i => i.Hostname is { Length: > 0 });
            key ??= place.Key;
        }

        foreach ((Resources.GatewayApi.Gateway gateway, Place place) in context.Each<Resources.GatewayApi.Gateway>()
            .Where(g => g.Place.Key.Cluster == cluster && IsGateway(g.Resource.Metadata)))
        {
            key ??= place.Key;
            isOpen = true;
        }

        return new(key, addresses, isOpen);
    }

    private static bool IsGateway(ObjectMeta metadata) =>
        metadata.Labels.ContainsKey(TopologyLabels.Network)
        || (metadata.Labels.TryGetValue(PurposeLabel, out string? purpose) && purpose == "eastwestgateway");

    // The mesh config may name gateways too, for all clusters that its control plane serves.
    private static bool HasMeshNetworks(string cluster, AnalysisContext context) =>
        context.Each<ConfigMap>().Any(m => m.Place.Key.Namespace == context.Defaults.RootNamespace
            && m.Resource.Data.TryGetValue("meshNetworks", out string? networks)
            && networks?.Contains("gateways", StringComparison.Ordinal) == true
            && networks.Contains(cluster, StringComparison.Ordinal));
}
