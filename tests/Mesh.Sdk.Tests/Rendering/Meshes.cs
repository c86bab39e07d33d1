using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Rendering;

/// <summary>Meshes that tests render.</summary>
internal static class Meshes
{
    public const string Host = "waynz0r-1009-02-aws";
    public const string Aws = "waynz0r-1009-01-aws";
    public const string Gke = "waynz0r-1009-01-gke";

    /// <summary>The article's clusters, with the demo application on both peers.</summary>
    public static ServiceMesh Article() => OfArticle(m => m.AddDemoApplication(d => d
        .OnHost(Host, "bombardier")
        .OnPeer(Aws, "frontpage", "bookings", "catalog")
        .OnPeer(Gke, "frontpage", "bookings", "catalog")
        .WithService("frontpage", s => s
            .FailsOver(from: "eu-west-3", to: "eu-west-2")
            .EjectsOutliers(o => o.AfterConsecutive5xx(7).Every(TimeSpan.FromMinutes(5)).For(TimeSpan.FromMinutes(15)))
            .ExposedAt("frontpage.1pj1gx.backyards.banzaicloud.io"))));

    /// <summary>The article's clusters with one service <c>shop/orders</c>.</summary>
    public static ServiceMesh WithOrders(Action<MeshServiceBuilder> configure) =>
        OfArticle(m => m.AddService("orders", "shop", s => configure(s.OnPort(8080))));

    public static ServiceMesh OfArticle(Action<ServiceMeshBuilder> configure) => ServiceMesh.Define("backyards", m =>
    {
        m.AddCluster(Host, c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90"));
        m.AddCluster(Aws, c => c.AsPeer().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43"));
        m.AddCluster(Gke, c => c.AsPeer().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240"));
        configure(m);
    });
}
