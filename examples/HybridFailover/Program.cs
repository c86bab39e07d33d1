// The article, end to end: three clusters in one mesh, the demo application on two of them, and the question that
// matters: where does every request go, before and after the AWS workload is lost?
using HybridFailover;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.Simulation;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Rendering;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;
using static HybridFailover.Backyards;

ServiceMesh mesh = Define(frontpage => frontpage.ExposedAt("frontpage.1pj1gx.backyards.banzaicloud.io"));
Report.Clusters(mesh);

// The article's own DestinationRules are applied on the control cluster, so they join the resources rendered for it.
string text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "article-rules.yaml"));
ResourceSet written = ResourceSet.From(new ResourceReader(MeshKinds.All).Read(text, "article-rules.yaml"), Host);
ResourceSet resources = mesh.Render().Merge(written);
Report.Resources(resources, await resources.WriteYamlAsync("artifacts/hybrid-failover"));

// What today's Istio makes of the two rules. Every client has its own view: the ingress, and a sidecar in each region.
DestinationRule[] rules = [.. resources.ForCluster(Host).OfType<DestinationRule>()];
TrafficClient ingress = mesh.IngressOf(Host);
ServiceMesh flat = mesh with { Clusters = mesh.Clusters.Select(c => c with { Network = "flat" }).ToEquatableList() };
Report.Rules("What today's Istio makes of the article's rules, seen from the ingress", mesh, ingress, rules);
Report.Traffic("One network per cluster, joined by gateways, as in the article", mesh, ClientsOf(mesh), rules);
Report.Traffic("One flat network, in which clients see every pod", flat, ClientsOf(flat), rules);
Report.Reasons("Why the ingress uses GKE once AWS is scaled to zero", mesh.AskTraffic("frontpage", "backyards-demo", ingress, rules).ScaledTo(Aws, 0));

// The article's outage, second by second: AWS is scaled to zero after a minute, and comes back after two.
SimulationReport outage = mesh.Simulate(s => s
    .Clients(from: Host, requestsPerSecond: 100)
    .WithResources([.. rules])
    .At(TimeSpan.FromMinutes(1), x => x.ScaleToZero("frontpage", on: Aws, recoversAfter: TimeSpan.FromMinutes(1)))
    .For(TimeSpan.FromMinutes(3)));
Report.Outage("The article's outage: AWS scaled to zero at 60 s, back at 120 s", outage);

// State follows: what is booked goes to the Kafka cluster beside the service, and is mirrored to the other one. Both are on the page.
RecoveryPointTimeline data = Kafka
    .UsedBy(mesh, u => u.AddService("frontpage", "backyards-demo", s => s.Writes("bookings").InGroup("frontpage")))
    .SimulateRecoveryPoint(outage);
Report.Data("What would be lost if the Kafka cluster of one place were lost, too", data);
await outage.WriteHtmlAsync("artifacts/hybrid-failover/outage.html", new SimulationPageOptions { Charts = data.ToCharts() });

// The rules brought to today's Istio, so that they do what the article says of them.
UpgradedResources upgraded = IstioUpgrade.Read(text, "article-rules.yaml", new()
{
    ConsecutiveErrors = ConsecutiveErrorsMeaning.CountEvery5xx,
    WritesMaxEjectionPercent = true,
});
Report.Upgrade("The article's first rule, before and after its upgrade", text, upgraded);
Report.Errors("AWS answers every request with 503", mesh, ingress, Aws, ("the article's rule", rules), ("the upgraded rule", [.. upgraded.Resources.OfType<DestinationRule>()]));

// What the analysis says of it all, before an outage does.
Report.Findings("What the analysis finds in the article's definition", mesh.Analyze(resources));

// The same intent, said to the SDK instead of to YAML.
ServiceMesh corrected = Define(frontpage => frontpage
    .ExposedAt("frontpage.1pj1gx.backyards.banzaicloud.io")
    .FailsOver(from: "eu-west-3", to: "eu-west-2")
    .EjectsOutliers(), "movies");
Report.Findings("What the analysis finds in a corrected definition", corrected.Analyze());
