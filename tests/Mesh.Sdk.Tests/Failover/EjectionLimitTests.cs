using FsCheck.Fluent;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Tests.Failover;

public sealed class EjectionLimitTests
{
    [TestCase(2, null, 0)]
    [TestCase(9, null, 0)]
    [TestCase(10, null, 1)]
    [TestCase(9, 0, 0)]
    [TestCase(3, 50, 1)]
    [TestCase(2, 50, 1)]
    [TestCase(2, 100, 2)]
    [TestCase(0, 100, 0)]
    public void The_limit_counts_all_hosts(int hosts, int? percent, int expected) =>
        EjectionLimit.MaxEjectedHosts(hosts, percent).Should().Be(expected);

    [Test]
    public void One_more_is_allowed_exactly_below_the_maximum() =>
        Prop.ForAll((byte hosts, byte percent, byte ejected) =>
                EjectionLimit.Allows(ejected, hosts, percent % 101) == (ejected < EjectionLimit.MaxEjectedHosts(hosts, percent % 101)))
            .Holds();
}
