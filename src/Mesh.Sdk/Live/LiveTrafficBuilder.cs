using Mesh.Sdk.Simulation;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Live;

/// <summary>Names clients and services, and puts them in an order that does not depend on the server's.</summary>
internal static class LiveTrafficBuilder
{
    public static LiveTraffic Build(SampleGrid grid, TrafficTable table, IEnumerable<string> warnings)
    {
        LiveClient[] clients = [.. table.Flows.Keys.Select(key => key.Client).Distinct().OrderBy(c => c.ToString(), StringComparer.Ordinal)];
        Dictionary<LiveClient, string> names = NamesOf(clients);
        return new()
        {
            Start = grid.Start,
            Step = grid.Step,
            Duration = grid.Step * grid.Count,
            Clusters = [.. table.Flows.SelectMany(flow => flow.Value.Clusters).Concat(clients.Select(c => c.Cluster)).Distinct().Order(StringComparer.Ordinal)],
            Clients = [.. clients.Select(client => new SimulatedClient
            {
                Name = names[client],
                Cluster = client.Cluster,
                Locality = Locality.Parse(client.Locality),
                CallingService = table.ServiceOfWorkload.GetValueOrDefault(TrafficTable.Qualified(client.Namespace, client.Workload)),
            })],
            Traffic = [.. table.Flows
                .OrderBy(flow => flow.Key.Service, StringComparer.Ordinal)
                .ThenBy(flow => names[flow.Key.Client], StringComparer.Ordinal)
                .Select(flow => new TrafficSeries { Client = names[flow.Key.Client], Service = flow.Key.Service, Intervals = flow.Value.Intervals() })],
            Warnings = [.. warnings],
        };
    }

    // As simulations name them, and with what tells them apart where two would have one name.
    private static Dictionary<LiveClient, string> NamesOf(LiveClient[] clients)
    {
        Func<LiveClient, string>[] namings =
        [
            c => $"{c.Workload}.{c.Cluster}",
            c => $"{TrafficTable.Qualified(c.Namespace, c.Workload)}.{c.Cluster}",
            c => $"{TrafficTable.Qualified(c.Namespace, c.Workload)}.{c.Cluster} {c.Locality}",
        ];
        Dictionary<string, int>[] counts = [.. namings.Select(name => clients.CountBy(name).ToDictionary())];
        return clients.ToDictionary(c => c, c => namings.Where((name, i) => counts[i][name(c)] == 1).Append(namings[^1]).First()(c));
    }
}
