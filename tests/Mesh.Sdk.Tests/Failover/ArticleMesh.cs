using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;
using OutlierDetection = Mesh.Sdk.Istio.OutlierDetection;

namespace Mesh.Sdk.Tests.Failover;

/// <summary>The mesh of the article: an ingress in eu-west-3, AWS in eu-west-2, GKE in europe-west2.</summary>
internal static class ArticleMesh
{
    public const string Host = "frontpage.backyards-demo.svc.cluster.local";
    public const string Aws = "waynz0r-1009-01-aws";
    public const string Gke = "waynz0r-1009-01-gke";

    public static readonly NetworkGateway[] Gateways = [new("aws", Aws, "34.0.0.1"), new("gke", Gke, "34.0.0.2")];

    public static readonly TrafficClient Ingress = new() { Namespace = "istio-ingress", Locality = new("eu-west-3"), Cluster = "waynz0r-1009-02-aws", Network = "host" };

    public static readonly TrafficClient GkeSidecar = new() { Namespace = "backyards-demo", Locality = new("europe-west2"), Cluster = Gke, Network = "gke" };

    /// <summary>The rule of the article, with its deprecated consecutiveErrors and no maxEjectionPercent.</summary>
    public static DestinationRule Rule(bool hasFailover = true, int? maxEjectionPercent = null) => new()
    {
        Metadata = new("frontpage-outlier", "backyards-demo"),
        Spec = new()
        {
            Host = Host,
            TrafficPolicy = new()
            {
                LoadBalancer = new()
                {
                    LocalityLbSetting = new()
                    {
                        Enabled = true,
                        Failover = hasFailover ? [new() { From = "eu-west-3", To = "eu-west-2" }] : default,
                    },
                },
                OutlierDetection = new OutlierDetection
                {
                    ConsecutiveErrors = 7,
                    Interval = TimeSpan.FromMinutes(5),
                    BaseEjectionTime = TimeSpan.FromMinutes(15),
                    MaxEjectionPercent = maxEjectionPercent,
                },
            },
        },
    };

    public static IEnumerable<TrafficEndpoint> OnAws(int healthy, int unhealthy = 0, EndpointHealth health = EndpointHealth.Healthy) =>
        Endpoints(Aws, "aws", "eu-west-2", healthy, unhealthy, health);

    public static IEnumerable<TrafficEndpoint> OnGke(int healthy, int unhealthy = 0) =>
        Endpoints(Gke, "gke", "europe-west2", healthy, unhealthy, EndpointHealth.Healthy);

    public static TrafficQuestion Question(TrafficClient client, DestinationRule rule, params IEnumerable<TrafficEndpoint>[] endpoints) => new()
    {
        Client = client,
        Service = new() { Namespace = "backyards-demo", Host = Host, Port = 8080 },
        Endpoints = endpoints.SelectMany(e => e).ToEquatableList(),
        DestinationRules = [rule],
    };

    private static IEnumerable<TrafficEndpoint> Endpoints(string cluster, string network, string region, int healthy, int unhealthy, EndpointHealth health) =>
        Enumerable.Range(0, healthy + unhealthy).Select(i => new TrafficEndpoint
        {
            Address = $"{network}-{i}",
            Cluster = cluster,
            Network = network,
            Locality = new Locality(region),
            Health = i < healthy ? health : EndpointHealth.Unhealthy,
        });
}
