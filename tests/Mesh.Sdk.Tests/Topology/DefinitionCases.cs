using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Topology;

/// <summary>For each code a definition that has the finding and one that has not, as its page in docs/diagnostics shows them.</summary>
internal static class DefinitionCases
{
    public static readonly DefinitionCase[] All =
    [
        new(
            "MESH1002",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
            }),
        new(
            "MESH1003",
            m =>
            {
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
            },
            m =>
            {
                m.AddCluster("gke", c => c.AsHost().OnGoogleCloud("europe-west2"));
            }),
        new(
            "MESH1004",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddCluster("away", c => c.OnAws("eu-west-2"));
            }),
        new(
            "MESH1005",
            m =>
            {
                m.AddCluster("gke_project_europe-west2", c => c.AsHost().OnGoogleCloud("europe-west2"));
            },
            m =>
            {
                m.AddCluster("gke-project-europe-west2", c => c.AsHost().OnGoogleCloud("europe-west2"));
            }),
        new(
            "MESH1006",
            m =>
            {
                m.AddCluster("home", c => c.AsHost());
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
            }),
        new(
            "MESH1007",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3/eu-west-3a"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a"));
            }),
        new(
            "MESH1008",
            m =>
            {
                m.AddCluster("gke", c => c.AsHost().OnGoogleCloud("eu-west-2"));
            },
            m =>
            {
                m.AddCluster("gke", c => c.AsHost().OnGoogleCloud("europe-west2"));
            }),
        new(
            "MESH1009",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a/rack-1"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a").InSubZone("rack-1"));
            }),
        new(
            "MESH1010",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a", "eu-west-3a"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a", "eu-west-3b"));
            }),
        new(
            "MESH1011",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-2a"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a"));
            }),
        new(
            "MESH1012",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().InZones("a"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnPremises("budapest").InZones("a"));
            }),
        new(
            "MESH1013",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InSubZone("rack-1"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a").InSubZone("rack-1"));
            }),
        new(
            "MESH1014",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InNetwork("my network"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InNetwork("my-network"));
            }),
        new(
            "MESH1015",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").WithRevision("cp v17x"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").WithRevision("cp-v17x.istio-system"));
            }),
        new(
            "MESH1016",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("https://15.236.163.90"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90"));
            }),
        new(
            "MESH1017",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("3.11.47.43"));
                m.AddCluster("away", c => c.OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90"));
                m.AddCluster("away", c => c.OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43"));
            }),
        new(
            "MESH1018",
            m =>
            {
                m.WithTrustDomain("Shop_Domain");
            },
            m =>
            {
                m.WithTrustDomain("shop.example.org");
            }),
        new(
            "MESH1019",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InNetwork("eu").WithTrustDomain("one.example.org"));
                m.AddCluster("away", c => c.OnAws("eu-west-2").InNetwork("eu").WithTrustDomain("two.example.org"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InNetwork("eu"));
                m.AddCluster("away", c => c.OnAws("eu-west-2").InNetwork("eu"));
            }),
        new(
            "MESH1020",
            m =>
            {
                m.WithIstioNamespace("istio_system");
            },
            m =>
            {
                m.WithIstioNamespace("istio-system");
            }),
        new(
            "MESH1101",
            m =>
            {
                m.AddNamespace("my_shop", n => n.WithMutualTls(MutualTlsMode.Strict));
            },
            m =>
            {
                m.AddNamespace("my-shop", n => n.WithMutualTls(MutualTlsMode.Strict));
            }),
        new(
            "MESH1102",
            m =>
            {
                m.AddNamespace("shop", n => n.WithMutualTls(MutualTlsMode.Strict));
                m.AddNamespace("shop", n => n.WithoutInjection());
            },
            m =>
            {
                m.AddNamespace("shop", n => n.WithMutualTls(MutualTlsMode.Strict).WithoutInjection());
            }),
        new(
            "MESH1103",
            m =>
            {
                m.AddNamespace("shop", n => n.WithLabel("team", "checkout team"));
            },
            m =>
            {
                m.AddNamespace("shop", n => n.WithLabel("team", "checkout-team"));
            }),
        new(
            "MESH1104",
            m =>
            {
                m.AddNamespace("shop", n => n.WithRevision("canary").WithoutInjection());
            },
            m =>
            {
                m.AddNamespace("shop", n => n.WithRevision("canary"));
            }),
        new(
            "MESH1105",
            m =>
            {
                m.AddNamespace("shop", n => n.WithEgressTo("istio-system"));
            },
            m =>
            {
                m.AddNamespace("shop", n => n.WithEgressTo("./*", "istio-system/*"));
            }),
        new(
            "MESH1106",
            m =>
            {
                m.AddNamespace("shop", n => n.WithLabel("istio-injection", "disabled"));
            },
            m =>
            {
                m.AddNamespace("shop", n => n.WithoutInjection());
            }),
        new(
            "MESH1201",
            m =>
            {
                m.AddService("my_orders", "shop", s => s.OnPort(8080));
            },
            m =>
            {
                m.AddService("my-orders", "shop", s => s.OnPort(8080));
            }),
        new(
            "MESH1202",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080));
                m.AddService("orders", "shop", s => s.OnPort(8081));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).OnPort(8081));
            }),
        new(
            "MESH1203",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithLabel("team!", "checkout"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithLabel("team", "checkout"));
            }),
        new(
            "MESH1204",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(80800));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080));
            }),
        new(
            "MESH1205",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).OnPort(8080));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).OnPort(8081));
            }),
        new(
            "MESH1206",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080, p => p.WithName("http_web")));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080, p => p.WithName("http-web")));
            }),
        new(
            "MESH1207",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080, p => p.WithName("http")).OnPort(8081, p => p.WithName("http")));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).OnPort(8081));
            }),
        new(
            "MESH1208",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.RunsOn("home"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home"));
            }),
        new(
            "MESH1209",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithServiceAccount("Orders"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithServiceAccount("orders"));
            }),
        new(
            "MESH1210",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).ResolvesIn("hom"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).ResolvesIn("home"));
            }),
        new(
            "MESH1211",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).HasVersions("v1.0"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).HasVersions("v1-0"));
            }),
        new(
            "MESH1212",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).HasVersions("v1", "v1"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).HasVersions("v1", "v2"));
            }),
        new(
            "MESH1213",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).HasSubset("eu", "region=eu", "yes"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).HasSubset("eu", "region", "eu"));
            }),
        new(
            "MESH1214",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1")).HasVersions("v11"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1")).HasVersions("v1"));
            }),
        new(
            "MESH1215",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(80, p => p.WithTargetPort(8080)).WithMutualTls(80, MutualTlsMode.Permissive));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(80, p => p.WithTargetPort(8080)).WithMutualTls(8080, MutualTlsMode.Permissive));
            }),
        new(
            "MESH1216",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithMutualTls(MutualTlsMode.Strict).WithClientTls(ClientTlsMode.Disable));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithMutualTls(MutualTlsMode.Strict));
            }),
        new(
            "MESH1217",
            m =>
            {
                m.AddClient("load_test", "shop", c => c.WithServiceAccount("load"));
            },
            m =>
            {
                m.AddClient("load-test", "shop", c => c.WithServiceAccount("load"));
            }),
        new(
            "MESH1218",
            m =>
            {
                m.AddClient("load", "shop", c => c.WithServiceAccount("one"));
                m.AddClient("load", "shop", c => c.WithServiceAccount("two"));
            },
            m =>
            {
                m.AddClient("load", "shop", c => c.WithServiceAccount("one"));
            }),
        new(
            "MESH1219",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithMutualTls(MutualTlsMode.Disable).WithClientTls(ClientTlsMode.IstioMutual));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).WithMutualTls(MutualTlsMode.Disable));
            }),
        new(
            "MESH1301",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("hoem"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home"));
            }),
        new(
            "MESH1302",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", "eu-west-3b", 2));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3").InZones("eu-west-3a", "eu-west-3b"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", "eu-west-3b", 2));
            }),
        new(
            "MESH1303",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", replicas: -1));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", replicas: 0));
            }),
        new(
            "MESH1304",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", replicas: 2).RunsOn("home", replicas: 3));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1")).RunsOn("home", w => w.WithVersion("v2")));
            }),
        new(
            "MESH1305",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithName("Orders")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithName("orders-blue")));
            }),
        new(
            "MESH1306",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1.0")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1-0")));
            }),
        new(
            "MESH1307",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithLabel("tier", "-1")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithLabel("tier", "one")));
            }),
        new(
            "MESH1308",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithLabel("version", "v2")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v2")));
            }),
        new(
            "MESH1309",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithEnvironment("MODE", "eu")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithEnvironment("MODE", "eu")));
            }),
        new(
            "MESH1310",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithEnvironment("1ST", "eu")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithEnvironment("FIRST", "eu")));
            }),
        new(
            "MESH1311",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithLimits("1", "64MB")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithLimits("1", "64Mi")));
            }),
        new(
            "MESH1312",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithContainerPorts(8080, 8080)));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithImage("orders:1").WithContainerPorts(8080, 8081)));
            }),
        new(
            "MESH1313",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddCluster("away", c => c.OnAws("eu-west-2"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("away").ResolvesIn("home"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddCluster("away", c => c.OnAws("eu-west-2"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("away"));
            }),
        new(
            "MESH1314",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.InZone("a/b")));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.InZone("a").InSubZone("b")));
            }),
        new(
            "MESH1401",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3/*", to: "eu-west-2").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3", to: "eu-west-2").EjectsOutliers());
            }),
        new(
            "MESH1402",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3", to: "eu-west-3").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3", to: "eu-west-2").EjectsOutliers());
            }),
        new(
            "MESH1403",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-2", to: "europ-west2").EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-2", to: "europe-west2").EjectsOutliers());
            }),
        new(
            "MESH1404",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3", to: "europe-west2").EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-2", to: "europe-west2").EjectsOutliers());
            }),
        new(
            "MESH1405",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "a", to: "b").FailsOver(from: "a", to: "c").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("a", "b", "c").EjectsOutliers());
            }),
        new(
            "MESH1406",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3", to: "eu-west-2"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "eu-west-3", to: "eu-west-2").EjectsOutliers());
            }),
        new(
            "MESH1407",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "a", to: "b").EjectsOutliers().Distributes("a", d => d.To("a", 80).To("b", 20)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("a", 80).To("b", 20)));
            }),
        new(
            "MESH1408",
            m =>
            {
                m.AddService("orders", "shop", s => s.RoutesZoneAware().Distributes("a", d => d.To("a", 100)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.RoutesZoneAware());
            }),
        new(
            "MESH1409",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "a", to: "b").FailsOverByLabels("topology.kubernetes.io/region").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "a", to: "b").FailsOverByLabels("topology.istio.io/network").EjectsOutliers());
            }),
        new(
            "MESH1410",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverByLabels("tier=1=2").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverByLabels("tier=1").EjectsOutliers());
            }),
        new(
            "MESH1411",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverByLabels("tier=1", "tier=2").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverByLabels("tier=1", "ring=2").EjectsOutliers());
            }),
        new(
            "MESH1412",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("eu-west-2").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("eu-west-2", "europe-west2").EjectsOutliers());
            }),
        new(
            "MESH1413",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("a", "b", "a").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("a", "b", "c").EjectsOutliers());
            }),
        new(
            "MESH1414",
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("a", "b").FailsOver(from: "c", to: "d").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOverInOrder("a", "b").EjectsOutliers());
            }),
        new(
            "MESH1415",
            m =>
            {
                m.AddService("orders", "shop", s => s.IgnoresLocality().FailsOver(from: "a", to: "b").EjectsOutliers());
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.FailsOver(from: "a", to: "b").EjectsOutliers());
            }),
        new(
            "MESH1416",
            m =>
            {
                m.AddService("orders", "shop", s => s.RoutesZoneAware(minClusterSize: 0));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.RoutesZoneAware(minClusterSize: 2));
            }),
        new(
            "MESH1417",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.FailsOverInOrder("eu-west-2", "europe-west2").EjectsOutliers());
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2").InNetwork("one"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2").InNetwork("one"));
                m.AddService("orders", "shop", s => s.FailsOverInOrder("eu-west-2", "europe-west2").EjectsOutliers());
            }),
        new(
            "MESH1420",
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("*/a", d => d.To("a", 100)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a/*", d => d.To("a/*", 100)));
            }),
        new(
            "MESH1421",
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("a", 100).To("b", 0)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("a", 100)));
            }),
        new(
            "MESH1422",
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("a", 80).To("b", 30)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("a", 80).To("b", 20)));
            }),
        new(
            "MESH1423",
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("b/*", 50).To("b/c", 50)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.Distributes("a", d => d.To("b/c", 50).To("d/*", 50)));
            }),
        new(
            "MESH1424",
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.Distributes("eu-west-2", d => d.To("europe-west3", 100)));
            },
            m =>
            {
                m.AddCluster("aws", c => c.AsHost().OnAws("eu-west-2"));
                m.AddCluster("gke", c => c.AsPeer().OnGoogleCloud("europe-west2"));
                m.AddService("orders", "shop", s => s.Distributes("eu-west-2", d => d.To("europe-west2", 100)));
            }),
        new(
            "MESH1440",
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.Every(TimeSpan.Zero)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.Every(TimeSpan.FromSeconds(10))));
            }),
        new(
            "MESH1441",
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.UpTo(101)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.UpTo(100)));
            }),
        new(
            "MESH1442",
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.AfterConsecutive5xx(-1)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.AfterConsecutive5xx(7)));
            }),
        new(
            "MESH1443",
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.AfterConsecutiveLocalOriginFailures(3).WithLocalOriginErrorsSplit(false)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.AfterConsecutiveLocalOriginFailures(3)));
            }),
        new(
            "MESH1444",
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.AfterConsecutive5xx(0)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.EjectsOutliers(o => o.AfterConsecutive5xx(0).AfterConsecutiveGatewayErrors(7)));
            }),
        new(
            "MESH1445",
            m =>
            {
                m.AddService("orders", "shop", s => s.LimitsConnections(c => { }));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.LimitsConnections(c => c.WithMaxConnections(100)));
            }),
        new(
            "MESH1450",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ShiftsTraffic(t => t.To("v1", 90).To("v2", 20)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ShiftsTraffic(t => t.To("v1", 90).To("v2", 10)));
            }),
        new(
            "MESH1452",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1")).ShiftsTraffic(t => t.To("v11", 100)));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddService("orders", "shop", s => s.OnPort(8080).RunsOn("home", w => w.WithVersion("v1")).ShiftsTraffic(t => t.To("v1", 100)));
            }),
        new(
            "MESH1453",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ShiftsTraffic(t => t.To("v1", 50).To("v1", 50)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ShiftsTraffic(t => t.To("v1", 50).To("v2", 50)));
            }),
        new(
            "MESH1454",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).InjectsFaults(f => { }));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).InjectsFaults(f => f.Aborts(503, 10)));
            }),
        new(
            "MESH1455",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).InjectsFaults(f => f.Aborts(99, 10)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).InjectsFaults(f => f.Aborts(503, 10)));
            }),
        new(
            "MESH1456",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).Retries(0, r => r.WithConditions("5xx")));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).Retries(2, r => r.WithConditions("5xx")));
            }),
        new(
            "MESH1457",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).Retries(2, r => r.WithConditions("conect-failure")));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).Retries(2, r => r.WithConditions("connect-failure", "503")));
            }),
        new(
            "MESH1458",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnPathPrefix("api"))));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnPathPrefix("/api"))));
            }),
        new(
            "MESH1459",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnPort(8081))));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnPort(8080))));
            }),
        new(
            "MESH1460",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnHeader("x canary", "yes"))));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnHeader("x-canary", "yes"))));
            }),
        new(
            "MESH1461",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Retries(2)).AddRoute(r => r.Matches(m => m.OnPathPrefix("/api"))));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).AddRoute(r => r.Matches(m => m.OnPathPrefix("/api"))).Retries(2));
            }),
        new(
            "MESH1462",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(9092, AppProtocol.Tcp).Retries(2));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).Retries(2));
            }),
        new(
            "MESH1501",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("http://orders.example.org"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("orders.example.org"));
            }),
        new(
            "MESH1502",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org"));
                m.AddService("bills", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org"));
                m.AddService("bills", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.UnderPath("/bills")));
            }),
        new(
            "MESH1503",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.OnPort(8081)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.OnPort(8080)));
            }),
        new(
            "MESH1504",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(9092, AppProtocol.Tcp).ExposedAt("shop.example.org", e => e.OnPort(9092)));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.OnPort(8080)));
            }),
        new(
            "MESH1505",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(9092, AppProtocol.Tcp).ExposedAt("shop.example.org"));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org"));
            }),
        new(
            "MESH1506",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.WithTls("Shop Certificate")));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.WithTls("shop-certificate")));
            }),
        new(
            "MESH1507",
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.ThroughGateway("istio", "in gress")));
            },
            m =>
            {
                m.AddService("orders", "shop", s => s.OnPort(8080).ExposedAt("shop.example.org", e => e.ThroughGateway("istio", "ingress")));
            }),
        new(
            "MESH1601",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.OnHost("home", "frontpag"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.OnHost("home", "frontpage"));
            }),
        new(
            "MESH1602",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.InNamespace("demo"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.InNamespace("demo").OnHost("home"));
            }),
        new(
            "MESH1603",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.OnHost("home", "frontpage").OnHost("home", "catalog"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.OnHost("home", "frontpage", "catalog"));
            }),
        new(
            "MESH1604",
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.OnHost("hoem"));
            },
            m =>
            {
                m.AddCluster("home", c => c.AsHost().OnAws("eu-west-3"));
                m.AddDemoApplication(d => d.OnHost("home"));
            }),
    ];
}
