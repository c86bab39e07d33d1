using System.Globalization;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Compare;

/// <summary>A mesh of several clusters, each in a region and network of its own, with the same services, rules and routes in all of them.</summary>
internal static class ClusterObjects
{
    private const int Namespaces = 20;
    private const int Zones = 3;

    public static ResourceSet Make(int services, int clusters) => ResourceSet.From(
        from cluster in Enumerable.Range(0, clusters)
        from resource in Platform(cluster).Concat(Enumerable.Range(0, services).SelectMany(Service))
        select new ResourceEntry(resource, $"cluster-{cluster}"));

    private static IEnumerable<IResource> Platform(int cluster) =>
    [
        new Namespace { Metadata = new("istio-system") { Labels = [new(TopologyLabels.Network, $"network-{cluster}")] } },
        new Service
        {
            Metadata = new("istio-eastwestgateway", "istio-system") { Labels = [new(TopologyLabels.Network, $"network-{cluster}")] },
            Spec = new() { Ports = [new() { Name = "tls", Port = 15443 }] },
            Status = new() { LoadBalancer = new() { Ingress = [new() { Ip = $"192.0.2.{cluster + 1}" }] } },
        },
        .. Enumerable.Range(0, Namespaces).Select(i => new Namespace { Metadata = new($"namespace-{i}") { Labels = [new("istio-injection", "enabled")] } }),
        .. Enumerable.Range(0, Zones).Select(zone => new Node
        {
            Metadata = new($"node-{zone}") { Labels = [new(TopologyLabels.Region, $"region-{cluster}"), new(TopologyLabels.Zone, $"zone-{cluster}-{zone}")] },
        }),
        new Gateway
        {
            Metadata = new("public", "istio-system"),
            Spec = new() { Selector = [new("istio", "ingressgateway")], Servers = [new() { Port = new() { Number = 80, Name = "http", Protocol = "HTTP" }, Hosts = ["*.example.org"] }] },
        },
    ];

    // One in five has no outlier detection, one in three the default limit, one in four is exposed.
    private static IEnumerable<IResource> Service(int i)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"service-{i}");
        string @namespace = $"namespace-{i % Namespaces}";
        string host = $"{name}.{@namespace}.svc.cluster.local";
        yield return new Service { Metadata = new(name, @namespace), Spec = new() { Selector = [new("app", name)], Ports = [new() { Name = "http", Port = 8080 }] } };
        yield return new Deployment
        {
            Metadata = new(name, @namespace),
            Spec = new() { Replicas = 1 + (i % 6), Selector = new() { MatchLabels = [new("app", name)] }, Template = new() { Metadata = new() { Labels = [new("app", name)] } } },
        };
        yield return new DestinationRule
        {
            Metadata = new(name, @namespace),
            Spec = new()
            {
                Host = host,
                TrafficPolicy = new()
                {
                    LoadBalancer = new() { LocalityLbSetting = new() { Failover = [new() { From = "region-0", To = "region-1" }, new() { From = "region-1", To = "region-0" }] } },
                    OutlierDetection = i % 5 == 0 ? null : new() { MaxEjectionPercent = i % 3 == 0 ? null : 100 },
                },
            },
        };
        yield return new VirtualService
        {
            Metadata = new(name, @namespace),
            Spec = new()
            {
                Hosts = [i % 4 == 0 ? $"{name}.example.org" : host],
                Gateways = i % 4 == 0 ? ["istio-system/public"] : default,
                Http = [new() { Route = [new() { Destination = new() { Host = host } }] }],
            },
        };
    }
}
