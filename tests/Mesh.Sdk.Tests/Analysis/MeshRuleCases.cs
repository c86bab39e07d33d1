using Mesh.Sdk.Tests.Topology;

namespace Mesh.Sdk.Tests.Analysis;

/// <summary>For each code about definitions one that has the finding and one that has not, as its page in docs/diagnostics shows them.</summary>
internal static class MeshRuleCases
{
    public static readonly DefinitionCase[] All =
    [
        new(
            "MESH2108",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 3)
                    .EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .EjectsOutliers());
            }),
        new(
            "MESH2110",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43", "3.11.47.44"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240", "35.197.239.241"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            }),
        new(
            "MESH2112",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43", "3.11.47.44"));
                m.AddCluster("gke", c => c.AsHost().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240", "35.197.239.241"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .FailsOver(from: "europe-west2", to: "eu-west-2")
                    .EjectsOutliers()
                    .ExposedAt("orders.example.org"));
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43", "3.11.47.44"));
                m.AddCluster("gke", c => c.AsHost().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240", "35.197.239.241"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers()
                    .ExposedAt("orders.example.org"));
            }),
        new(
            "MESH2150",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            }),
        new(
            "MESH2151",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 6)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 6)
                    .RunsOn("gke", replicas: 6)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            }),
        new(
            "MESH2152",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43", "3.11.47.44"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240", "35.197.239.241"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers());
            }),
        new(
            "MESH2153",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("attic", c => c.InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("attic", replicas: 2)
                    .EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("attic", c => c.OnPremises("budapest").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("attic", replicas: 2)
                    .EjectsOutliers());
            }),
        new(
            "MESH2154",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddClient("load", "shop", c => c.RunsOn("gke"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .ResolvesIn("aws"));
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddClient("load", "shop", c => c.RunsOn("gke"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .ResolvesIn("aws", "gke"));
            }),
        new(
            "MESH2155",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .Distributes("eu-west-2/*", d => d.To("eu-west-2/*", 100))
                    .EjectsOutliers()
                    .ExposedAt("orders.example.org"));
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers()
                    .ExposedAt("orders.example.org"));
            }),
        new(
            "MESH2156",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers(o => o.AfterConsecutive5xx(5))
                    .ExposedAt("orders.example.org"));
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .FailsOver(from: "eu-west-2", to: "europe-west2")
                    .EjectsOutliers()
                    .ExposedAt("orders.example.org"));
            }),
        new(
            "MESH2157",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .ExposedAt("orders.example.org"));
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("flat"));
                m.AddCluster("gke", c => c.OnGoogleCloud("europe-west2").InNetwork("flat"));
                m.AddService("orders", "shop", s => s
                    .OnPort(8080)
                    .RunsOn("aws", replicas: 2)
                    .RunsOn("gke", replicas: 2)
                    .ExposedAt("orders.example.org")
                    .EjectsOutliers());
            }),
    ];
}
