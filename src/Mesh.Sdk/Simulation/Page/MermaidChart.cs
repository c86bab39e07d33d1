using System.Globalization;
using System.Text;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Regions, clusters, services and clients as a Mermaid flowchart; ids are numbers, so names are only ever labels.</summary>
internal static class MermaidChart
{
    public static string Draw(SimulationReport report, TimeSpan at)
    {
        StringBuilder text = new("flowchart LR\n");
        WriteClusters(text, report.Mesh);
        Dictionary<string, int> clients = [];
        foreach (SimulatedClient client in report.Clients)
        {
            clients[client.Name] = clients.Count;
            text.Append(CultureInfo.InvariantCulture, $"  client{clients[client.Name]}([\"{Label(client.Name)}<br/>{Label(client.Locality.ToString())}\"])\n");
        }

        bool nowhere = false;
        foreach (TrafficSeries series in report.Traffic.Where(s => s.Intervals.Count > 0 && clients.ContainsKey(s.Client)))
        {
            nowhere |= WriteEdges(text, report.Mesh, clients[series.Client], series.Service, series.At(at));
        }

        return text.Append(nowhere ? "  nowhere{{\"no cluster reached\"}}\n" : "").ToString();
    }

    private static void WriteClusters(StringBuilder text, ServiceMesh mesh)
    {
        string[] regions = [.. mesh.Clusters.Select(c => c.Region).Distinct()];
        for (int region = 0; region < regions.Length; region++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  subgraph region{region}[\"{Label(regions[region] is "" ? "no region told" : regions[region])}\"]\n");
            for (int cluster = 0; cluster < mesh.Clusters.Count; cluster++)
            {
                if (mesh.Clusters[cluster].Region == regions[region])
                {
                    WriteCluster(text, mesh, cluster);
                }
            }

            text.Append("  end\n");
        }
    }

    private static void WriteCluster(StringBuilder text, ServiceMesh mesh, int cluster)
    {
        string name = mesh.Clusters[cluster].Name;
        int[] services = [.. Enumerable.Range(0, mesh.Services.Count).Where(s => mesh.Services[s].Workloads.Any(w => w.Cluster == name))];
        if (services.Length == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    cluster{cluster}[\"{Label(name)}\"]\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"    subgraph cluster{cluster}[\"{Label(name)}\"]\n");
        foreach (int service in services)
        {
            int pods = mesh.Services[service].Workloads.Where(w => w.Cluster == name).Sum(w => w.Replicas);
            text.Append(CultureInfo.InvariantCulture, $"      service{service}x{cluster}[\"{Label(mesh.Services[service].Name)}<br/>{pods} pod{(pods == 1 ? "" : "s")}\"]\n");
        }

        text.Append("    end\n");
    }

    private static bool WriteEdges(StringBuilder text, ServiceMesh mesh, int client, string serviceName, TrafficInterval interval)
    {
        int service = Enumerable.Range(0, mesh.Services.Count).First(s => ScenarioNames.Of(mesh.Services[s]) == serviceName);
        double reached = 0;
        for (int cluster = 0; cluster < mesh.Clusters.Count; cluster++)
        {
            if (interval.ByCluster.TryGetValue(mesh.Clusters[cluster].Name, out double rate) && rate > 1e-6)
            {
                reached += rate;
                string target = mesh.Services[service].Workloads.Any(w => w.Cluster == mesh.Clusters[cluster].Name) ? $"service{service}x{cluster}" : $"cluster{cluster}";
                text.Append(CultureInfo.InvariantCulture, $"  client{client} -->|\"{rate:0.##}/s\"| {target}\n");
            }
        }

        double lost = interval.RequestsPerSecond - reached;
        if (lost <= 1e-6)
        {
            return false;
        }

        text.Append(CultureInfo.InvariantCulture, $"  client{client} -.->|\"{lost:0.##}/s {Label(mesh.Services[service].Name)}\"| nowhere\n");
        return true;
    }

    // Mermaid reads #NN; as the character NN; letters of no meaning to it stay as they are.
    private static string Label(string name) => string.Concat(PlainText.Of(name).EnumerateRunes().Select(rune =>
        System.Text.Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '.' or '/' or '_' ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"#{rune.Value};")));
}
