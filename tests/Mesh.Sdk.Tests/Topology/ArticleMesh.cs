using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

/// <summary>The mesh of the article, as the design writes it.</summary>
internal static class ArticleMesh
{
    public static ServiceMesh Define() => ServiceMesh.Define("backyards", Declare);

    public static void Declare(ServiceMeshBuilder m)
    {
        m.AddCluster("waynz0r-1009-02-aws", c => c.AsHost().OnAws("eu-west-3"));
        m.AddCluster("waynz0r-1009-01-aws", c => c.AsPeer().OnAws("eu-west-2"));
        m.AddCluster("waynz0r-1009-01-gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));

        m.AddService("frontpage", "backyards-demo", s => s
            .OnPort(8080)
            .RunsOn("waynz0r-1009-01-aws", replicas: 3)
            .RunsOn("waynz0r-1009-01-gke", replicas: 3)
            .FailsOver(from: "eu-west-3", to: "eu-west-2")
            .EjectsOutliers(o => o.AfterConsecutive5xx(7).Every(TimeSpan.FromMinutes(5)).For(TimeSpan.FromMinutes(15)))
            .ExposedAt("frontpage.example.org"));
    }
}
