using Mesh.Sdk.Analysis.VirtualServices;
using Mesh.Sdk.Failover;

namespace Mesh.Sdk.Tests.Analysis.VirtualServices;

public sealed class HostIndexTests
{
    private static readonly string[] Names = ["*", "*.com", "*.foo.com", "*foo.com", "foo.com", "a.foo.com", "bar.foo.com", "com", "*-a.foo.com", "x-a.foo.com"];

    [Test]
    public void Cover_is_the_subset_relation_of_hosts([ValueSource(nameof(Names))] string host, [ValueSource(nameof(Names))] string other) =>
        new HostIndex([host]).Covers(other).Should().Be(HostMatching.IsSubsetOf(other, host));

    [Test]
    public void Overlap_is_found_on_one_of_two_hosts([ValueSource(nameof(Names))] string host, [ValueSource(nameof(Names))] string other)
    {
        HostIndex index = new([host, other]);

        bool isFound = index.OverlappedBy(0) is not null || index.OverlappedBy(1) is not null;

        isFound.Should().Be(HostMatching.Overlaps(host, other));
    }
}
