using System.Globalization;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Compare;

/// <summary>A mesh of 1,000 services in 20 namespaces, with DestinationRules and VirtualServices that find something now and then.</summary>
internal static class MeshObjects
{
    private const int Services = 1_000;
    private const int Namespaces = 20;

    /// <summary>Makes the services, and half a number of DestinationRules and half of VirtualServices.</summary>
    public static ResourceSet Make(int count) => ResourceSet.From(
    [
        .. Enumerable.Range(0, Services).SelectMany(Workloads),
        .. Enumerable.Range(0, count / 2).Select(Rule),
        .. Enumerable.Range(0, count / 2).Select(Route),
    ]);

    private static string Name(int i) => $"service-{i % Services}";

    private static string NamespaceOf(int i) => $"namespace-{i % Services % Namespaces}";

    private static string Own(string kind, int i) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{i}");

    private static IEnumerable<IResource> Workloads(int i) =>
    [
        new Service
        {
            Metadata = new(Name(i), NamespaceOf(i)),
            Spec = new() { Selector = [new("app", Name(i))], Ports = [new() { Name = "http", Port = 8080 }] },
        },
        new Deployment
        {
            Metadata = new(Name(i), NamespaceOf(i)),
            Spec = new()
            {
                Replicas = 1 + (i % 12),
                Selector = new() { MatchLabels = [new("app", Name(i))] },
                Template = new() { Metadata = new() { Labels = [new("app", Name(i))] } },
            },
        },
    ];

    // Every tenth is a wildcard of a length of its own, so that look-ups by host have something to do.
    private static DestinationRule Rule(int i) => new()
    {
        Metadata = new(Own("rule", i), NamespaceOf(i)),
        Spec = new()
        {
            Host = i % 10 == 9 ? $"*{Name(i)[(i % 7)..]}.{NamespaceOf(i)}.svc.cluster.local" : $"{Name(i)}.{NamespaceOf(i)}.svc.cluster.local",
            TrafficPolicy = new()
            {
                LoadBalancer = new() { LocalityLbSetting = new() { Enabled = true, Failover = [new() { From = "eu-west-3", To = "eu-west-2" }] } },
                OutlierDetection = new() { Consecutive5xxErrors = 7, MaxEjectionPercent = i % 3 == 0 ? null : 100 },
            },
            Subsets = [new() { Name = Own("v", i), Labels = [new("version", "v1")] }],
        },
    };

    private static VirtualService Route(int i) => new()
    {
        Metadata = new(Own("route", i), NamespaceOf(i)),
        Spec = new()
        {
            Hosts = [$"{Own("host", i)}.example.org"],
            Gateways = i % 4 == 0 ? ["ingress"] : default,
            Http =
            [
                new()
                {
                    Route = [new() { Destination = new() { Host = $"{Name(i)}.{NamespaceOf(i)}.svc.cluster.local", Port = new() { Number = 8080 } } }],
                    Retries = new() { Attempts = i % 3, PerTryTimeout = TimeSpan.FromSeconds(2) },
                    Timeout = TimeSpan.FromSeconds(5),
                },
            ],
        },
    };
}
