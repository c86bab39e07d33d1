using Mesh.Sdk.Failover;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Failover;

public sealed class ZoneAwareSplitTests
{
    [Test]
    public void Everything_stays_where_hosts_keep_up_with_callers() =>
        Split([new("a", 2), new("b", 2)], [new("a", 3), new("b", 3)])["a"].Should().Be(100);

    [Test]
    public void What_the_own_zone_lacks_goes_to_zones_with_surplus()
    {
        EquatableMap<double> split = Split([new("a", 2), new("b", 1), new("c", 1)], [new("a", 2), new("b", 4), new("c", 2)]);

        split["a"].Should().BeApproximately(50, 0.001);
        split["b"].Should().BeApproximately(50, 0.001);
        split["c"].Should().Be(0);
    }

    [Test]
    public void Few_hosts_one_zone_or_an_empty_own_zone_switch_it_off()
    {
        EquatableMap<int> callers = [new("a", 1), new("b", 1)];

        Split(callers, [new("a", 2), new("b", 3)]).IsSet.Should().BeFalse();
        Split(callers, [new("a", 9)]).IsSet.Should().BeFalse();
        Split(callers, [new("b", 6), new("c", 6)]).IsSet.Should().BeFalse();
    }

    private static EquatableMap<double> Split(EquatableMap<int> callers, EquatableMap<int> hosts) => ZoneAwareSplit.SharesPercent("a", callers, hosts);
}
