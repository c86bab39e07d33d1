using System.Globalization;
using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.Simulation;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace HybridFailover;

/// <summary>What the example prints.</summary>
internal static class Report
{
    public static void Clusters(ServiceMesh mesh)
    {
        Console.WriteLine("Clusters in the mesh");
        Console.WriteLine();
        Table.Print(
            ["Name", "Type", "Status", "Gateway Address", "Istio Control Plane", "Message"],
            mesh.Clusters.Select(c => new[]
            {
                c.Name,
                $"{c.Role}",
                "Defined",
                $"[{string.Join(' ', c.GatewayAddresses)}]",
                c.Role == MeshClusterRole.Host ? "-" : c.Revision ?? "-",
                $"{c.Provider} {c.Locality}",
            }));
    }

    public static void Resources(ResourceSet resources, IReadOnlyList<string> files)
    {
        Heading("Resources");
        Table.Print(
            ["Cluster", "Objects", "File"],
            resources.Clusters.Zip(files).Select(c => new[] { c.First, Kinds(resources.ForCluster(c.First)), c.Second }));
    }

    public static void Rules(string title, ServiceMesh mesh, TrafficClient client, DestinationRule[] rules)
    {
        Heading(title);
        Table.Print(
            ["Service", "Rule in force", "Ejects a host after", "Hosts", "Ejected at most", "Ignored"],
            mesh.Services.Select(service =>
            {
                TrafficAnswer answer = TrafficRouting.Explain(mesh.AskTraffic(service.Name, service.Namespace, client, rules));
                EnvoyOutlierDetection? detection = answer.OutlierDetection;
                return new[]
                {
                    service.Name,
                    answer.DestinationRule?.Rule.Metadata.Name ?? "-",
                    detection is null ? "never" : $"{detection.EffectiveConsecutive5xx} answers 5xx in a row, for {GoDuration.Format(detection.BaseEjectionTime ?? TimeSpan.FromSeconds(30))}",
                    $"{answer.Hosts.Count}",
                    $"{answer.MaxEjectedHosts}",
                    answer.DestinationRule?.Rule.Spec?.TrafficPolicy?.OutlierDetection?.ConsecutiveErrors is { } errors ? $"consecutiveErrors: {errors}" : "",
                };
            }));
        Console.WriteLine();
        Console.WriteLine("consecutiveErrors is ignored since Istio 1.7, so the default of 5 answers 5xx holds. maxEjectionPercent is unset, so 10 %:");
        Console.WriteLine("of fewer than 10 hosts none is ever ejected. Traffic fails over when endpoints disappear, not when they answer with errors.");
    }

    public static void Outage(string title, SimulationReport report)
    {
        Heading(title);
        Console.WriteLine(report.ToText("frontpage").TrimEnd());
        Console.WriteLine();
        Console.WriteLine($"Requests lost: {report.Lost("frontpage"):0}. The page of it: artifacts/hybrid-failover/outage.html");
    }

    public static void Data(string title, RecoveryPointTimeline data)
    {
        Heading(title);
        TimeSpan[] times = [.. new[] { 30, 59, 62, 90, 119, 122, 150 }.Select(second => TimeSpan.FromSeconds(second))];
        Table.Print(
            ["Records not copied", .. times.Select(time => $"{time.TotalSeconds:0} s")],
            data.Flows.Select(flow => (string[])[$"{flow.Direction}", .. times.Select(time => $"{flow.At(time).Records:0}")]));
    }

    public static void Findings(string title, DiagnosticReport report)
    {
        Heading(title);
        foreach (Diagnostic finding in report.OrderByDescending(d => d.Severity))
        {
            Console.WriteLine($"{finding.Severity,-7} {finding.Code}  {finding.Object ?? finding.Path}");
            Table.PrintIndented(finding.Message);
            Table.PrintIndented($"-> {finding.Remedy}");
        }
    }

    public static void Upgrade(string title, string before, UpgradedResources upgraded)
    {
        Heading(title);
        Table.Print(
            ["Before", "After"],
            Pairs(before.Split("---")[0].Split('\n').Where(l => !l.StartsWith('#')), upgraded.ToYaml().Split("---")[0].Split('\n')));
        Console.WriteLine();
        foreach (Diagnostic change in upgraded.Report.Where(d => d.Object?.Contains("frontpage", StringComparison.Ordinal) == true))
        {
            Console.WriteLine($"{change.Code}  {change.Path}");
            Table.PrintIndented(change.Message);
        }
    }

    public static void Traffic(string title, ServiceMesh mesh, TrafficClient[] clients, DestinationRule[] rules)
    {
        string aws = mesh.Clusters[1].Name;
        Heading($"frontpage: {title}");
        Table.Print(
            ["Client", "Locality", "AWS endpoints", "Priorities", "AWS", "GKE", "Failed"],
            clients.SelectMany(client =>
            {
                TrafficQuestion question = mesh.AskTraffic("frontpage", "backyards-demo", client, rules);
                return new[]
                {
                    Row(mesh, client, "2 healthy", question),
                    Row(mesh, client, "1 of 2 unhealthy", question.With(aws, 1, EndpointHealth.NotReady)),
                    Row(mesh, client, "scaled to zero", question.ScaledTo(aws, 0)),
                };
            }));
    }

    public static void Errors(string title, ServiceMesh mesh, TrafficClient client, string failing, params (string Name, DestinationRule[] Rules)[] candidates)
    {
        Heading(title);
        Table.Print(
            ["Rule", "Ejected at most", "AWS", "GKE", "Requests answered with an error"],
            candidates.Select(c =>
            {
                TrafficQuestion question = mesh.AskTraffic("frontpage", "backyards-demo", client, c.Rules);
                TrafficAnswer answer = TrafficRouting.Explain(question.With(failing, 2, EndpointHealth.Failing));
                return new[]
                {
                    c.Name,
                    $"{answer.MaxEjectedHosts} of {answer.Hosts.Count} hosts",
                    Share(answer, mesh.Clusters[1].Name),
                    Share(answer, mesh.Clusters[2].Name),
                    Percent(answer.ErrorPercent),
                };
            }));
    }

    public static void Reasons(string title, TrafficQuestion question)
    {
        Heading(title);
        foreach (RoutingDecision decision in TrafficRouting.Explain(question).Decisions)
        {
            Console.WriteLine($"- {decision}");
        }
    }

    private static string[] Row(ServiceMesh mesh, TrafficClient client, string state, TrafficQuestion question)
    {
        TrafficAnswer answer = TrafficRouting.Explain(question);
        return
        [
            client.Namespace == mesh.IstioNamespace ? "ingress" : "sidecar",
            $"{client.Locality}",
            state,
            string.Join(' ', answer.Priorities.Select(p => $"P{p.Priority}={string.Join('+', p.Localities)}")),
            Share(answer, mesh.Clusters[1].Name),
            Share(answer, mesh.Clusters[2].Name),
            Percent(answer.FailedPercent),
        ];
    }

    private static IEnumerable<string[]> Pairs(IEnumerable<string> left, IEnumerable<string> right)
    {
        string[] l = [.. left.Where(x => x.Length > 0)];
        string[] r = [.. right.Where(x => x.Length > 0)];
        return Enumerable.Range(0, Math.Max(l.Length, r.Length)).Select(i => new[] { l.ElementAtOrDefault(i) ?? "", r.ElementAtOrDefault(i) ?? "" });
    }

    private static string Kinds(ResourceSet resources) =>
        string.Join(", ", resources.CountBy(e => e.Key.Kind).Select(k => $"{k.Value} {k.Key}"));

    private static string Share(TrafficAnswer answer, string cluster) =>
        Percent(answer.PercentByCluster.TryGetValue(cluster, out double percent) ? percent : 0);

    private static string Percent(double value) => value.ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static void Heading(string text)
    {
        Console.WriteLine();
        Console.WriteLine(text);
        Console.WriteLine(new string('-', text.Length));
    }
}
