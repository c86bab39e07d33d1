// Every frontpage on AWS answers 503 for a minute. Do its users notice? Under the rules that the article printed in 2020,
// and under the same rules brought to today's Istio.
using System.Globalization;
using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

const string Host = "waynz0r-1009-02-aws";
const string Aws = "waynz0r-1009-01-aws";
const string Gke = "waynz0r-1009-01-gke";
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

ServiceMesh mesh = ServiceMesh.Define("backyards", m =>
{
    m.AddCluster(Host, c => c.AsHost().OnAws("eu-west-3").WithGatewayAddresses("15.236.163.90"));
    m.AddCluster(Aws, c => c.AsPeer().OnAws("eu-west-2").WithGatewayAddresses("3.11.47.43"));
    m.AddCluster(Gke, c => c.AsPeer().OnGoogleCloud("europe-west2").WithGatewayAddresses("35.197.239.240"));
    m.AddService("frontpage", "backyards-demo", s => s.OnPort(8080).RunsOn(Aws, replicas: 2).RunsOn(Gke, replicas: 2));
});

string text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "article-rules.yaml"));
DestinationRule[] printed = [.. new ResourceReader(MeshKinds.All).Read(text, "article-rules.yaml").OfType<DestinationRule>()];
DestinationRule[] upgraded = [.. IstioUpgrade.Read(text, "article-rules.yaml", new()
{
    ConsecutiveErrors = ConsecutiveErrorsMeaning.CountEvery5xx,
    WritesMaxEjectionPercent = true,
}).Resources.OfType<DestinationRule>()];

Console.WriteLine("Users in Paris send 100 requests a second to frontpage, which runs on AWS and on GKE.");
Console.WriteLine("From second 60 to second 120 every frontpage on AWS answers 503; those on GKE are well.");
Play("The rules as the article printed them", printed, "old-rules.html");
Play("The same rules, upgraded to today's Istio", upgraded, "upgraded-rules.html");

void Play(string title, DestinationRule[] rules, string page)
{
    SimulationReport report = mesh.Simulate(s => s
        .Clients(from: Host, requestsPerSecond: 100)
        .WithResources([.. rules])
        .At(TimeSpan.FromSeconds(60), x => x.Fail("frontpage", on: Aws, status: 503, recoversAfter: TimeSpan.FromSeconds(60)))
        .For(TimeSpan.FromMinutes(3)));
    Console.WriteLine($"\n{title}\n{new string('-', title.Length)}\n{report.ToText("frontpage")}");
    Console.WriteLine($"Requests lost: {report.Lost("frontpage"):0.#} of {report.Requests("frontpage"):0}.");
    Explain(rules);
    string path = Path.Combine(Directory.CreateDirectory("artifacts/outage-under-old-rules").FullName, page);
    File.WriteAllText(path, report.ToHtml(new() { Title = title }));
    Console.WriteLine($"The page of it: artifacts/outage-under-old-rules/{page}");
}

void Explain(DestinationRule[] rules)
{
    TrafficAnswer answer = TrafficRouting.Explain(mesh.AskTraffic("frontpage", "backyards-demo", mesh.IngressOf(Host), rules).With(Aws, 2, EndpointHealth.Failing));
    string? percent = rules[0].Spec?.TrafficPolicy?.OutlierDetection?.MaxEjectionPercent is { } set ? $"{set}" : "unset, which means 10";
    Console.WriteLine(
        $"Why: pods of another network stand behind its gateway, so Paris sees {answer.Hosts.Count} hosts, one gateway each for AWS and GKE.\n" +
        $"     maxEjectionPercent is {percent}, so {answer.MaxEjectedHosts} of {answer.Hosts.Count} hosts may be ejected: " +
        (answer.MaxEjectedHosts == 0 ? "AWS stays in use, however many errors it answers." : "the gateway of AWS goes, and GKE takes over."));
}
