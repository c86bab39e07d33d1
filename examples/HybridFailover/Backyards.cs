using Mesh.Sdk.Failover;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Topology;

namespace HybridFailover;

/// <summary>The article's mesh, and the Kafka clusters beside its peers.</summary>
internal static class Backyards
{
    public const string Host = "waynz0r-1009-02-aws";
    public const string Aws = "waynz0r-1009-01-aws";
    public const string Gke = "waynz0r-1009-01-gke";

    /// <summary>Gets the Kafka clusters, mirrored both ways.</summary>
    public static ReplicationTopology Kafka { get; } = ReplicationTopology.Define(k => k
        .AddCluster("aws", c => c.OnMeshCluster(Aws).AtBootstrapServers("kafka.aws.example.org:9094"))
        .AddCluster("gke", c => c.OnMeshCluster(Gke).AtBootstrapServers("kafka.gke.example.org:9094"))
        .MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("bookings").Groups("frontpage")));

    public static ServiceMesh Define(Action<MeshServiceBuilder> frontpage, params string[] more) => ServiceMesh.Define("backyards", m =>
    {
        m.AddCluster(Host, c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90").WithRevision("cp-v17x.istio-system"));
        m.AddCluster(Aws, c => c.AsPeer().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43").WithRevision("cp-v17x.istio-system"));
        m.AddCluster(Gke, c => c.AsPeer().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240").WithRevision("cp-v17x.istio-system"));

        m.AddDemoApplication(d => d
            .OnHost(Host, "bombardier")
            .OnPeer(Aws, ["frontpage", "bookings", "catalog", .. more])
            .OnPeer(Gke, ["frontpage", "bookings", "catalog", .. more])
            .WithService("frontpage", frontpage));
    });

    public static TrafficClient[] ClientsOf(ServiceMesh mesh) =>
        [mesh.IngressOf(Host), .. mesh.Clusters.Select(c => mesh.SidecarIn(c.Name, "backyards-demo"))];
}
