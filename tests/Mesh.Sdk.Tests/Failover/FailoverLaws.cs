using FsCheck.Fluent;
using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

namespace Mesh.Sdk.Tests.Failover;

/// <summary>Laws that hold for every number of hosts, state of health and choice of localities.</summary>
public sealed class FailoverLaws
{
    private static readonly string[] Regions = ["r1", "r2", "r3", "r4"];

    [Test]
    public void Loads_add_up_to_100() => Check((tiers, threshold, _) =>
    {
        PriorityHosts[] hosts = [new(1, 1), .. tiers.Select(tier => new PriorityHosts(tier, tier * 7 % (tier + 1)))];

        return PriorityLoad.Of(hosts, threshold % 101).LoadPercent.Sum() == 100;
    });

    [Test]
    public void A_healthier_priority_takes_no_less() => Check((other, hosts, healthy) =>
    {
        int all = Math.Max((byte)1, hosts);
        int some = healthy % all;
        PriorityHosts[] others = [.. other.Select(tier => new PriorityHosts(tier, tier * 7 % (tier + 1)))];

        return Load(some + 1) >= Load(some);

        int Load(int n) => PriorityLoad.Of([new(all, n), .. others]).LoadPercent[0];
    });

    [Test]
    public void Priorities_have_no_gaps() => Check((places, client, choice) =>
    {
        LocalitySetting setting = new()
        {
            Failover = [new() { From = "r1", To = "r3" }],
            FailoverPriority = choice % 2 == 0 ? [TopologyLabels.Region, "v"] : default,
        };

        int[] used = [.. Assign(places, setting, client).Select(g => g.Priority).Distinct().Order()];

        return used.SequenceEqual(Enumerable.Range(0, used.Length));
    });

    [Test]
    public void Distribute_leaves_other_localities_nothing() => Check((places, client, weight) =>
    {
        LocalitySetting setting = new() { Distribute = [new() { From = "*", To = [new("r1", (weight % 99) + 1), new("r2/*", 99 - (weight % 99))] }] };

        return Shares(places, setting, client).Hosts.All(host => host.Locality!.Value.Region is "r1" or "r2");
    });

    [Test]
    public void Shares_and_failures_add_up_to_100() => Check((places, client, threshold) =>
    {
        LocalitySetting setting = new() { Failover = [new() { From = "r1", To = "r3" }] };
        TrafficShares shares = Shares(places, setting, client, threshold % 101);

        return Math.Abs(shares.Hosts.Sum(host => host.Percent) + shares.FailedPercent - 100) < 0.000001;
    });

    [Test]
    public void Unhealthy_hosts_get_nothing_without_panic() => Check((places, client, _) =>
        Shares(places, new() { Enabled = true }, client).Hosts.All(host => host.Host.IsHealthy || host.Percent == 0));

    private static void Check(Func<byte[], byte, byte, bool> law) => Prop.ForAll(law).Holds();

    private static TrafficShares Shares(byte[] places, LocalitySetting setting, byte client = 0, int threshold = 0) =>
        TrafficShift.Of(Assign(places, setting, client), PriorityAssignment.UsesLocalityWeights(setting, isFailoverOn: true), threshold);

    private static EquatableList<EndpointGroup> Assign(byte[] places, LocalitySetting setting, byte client)
    {
        TrafficEndpoint[] endpoints = [.. places.Select((place, i) => new TrafficEndpoint
        {
            Address = $"10.0.0.{i}",
            Cluster = $"c{place % 3}",
            Locality = new(Regions[place % 4], $"z{place / 4 % 2}"),
            Labels = [new("v", $"{place / 8 % 2}")],
            Health = place / 16 % 2 == 0 ? EndpointHealth.Healthy : EndpointHealth.Unhealthy,
        })];
        Locality locality = new(Regions[client % 4], $"z{client / 4 % 2}");
        EquatableMap<string> labels = TopologyLabels.Enrich([new("v", "1")], locality, "c0", "");
        return PriorityAssignment.Assign(EndpointGroups.Of(endpoints, [], ""), setting, isFailoverOn: true, locality, labels);
    }
}
