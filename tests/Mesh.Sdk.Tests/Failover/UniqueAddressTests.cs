using Mesh.Sdk.Failover;
using Mesh.Sdk.Topology;
using static Mesh.Sdk.Tests.Failover.ArticleMesh;

namespace Mesh.Sdk.Tests.Failover;

/// <summary>Envoy keeps one host for each address, the first that is listed.</summary>
public sealed class UniqueAddressTests
{
    [Test]
    public void A_gateway_is_one_host_however_many_localities_are_behind_it()
    {
        TrafficAnswer answer = Ask(Ingress, In("eu-west-2/a"), In("eu-west-2/b"), In("eu-west-2/c"));

        answer.Hosts.Select(h => (h.Host.Address, h.Locality)).Should().Equal(("34.0.0.1", new Locality("eu-west-2", "a")));
        answer.PercentByCluster[Aws].Should().Be(100);
        answer.Hosts[0].Host.Weight.Should().Be(1, "localities that are listed later add nothing");
    }

    [Test]
    public void Requests_of_a_gateway_fail_with_all_that_stands_behind_it()
    {
        TrafficAnswer answer = Ask(Ingress, In("eu-west-2/a", EndpointHealth.Failing), In("eu-west-2/b"), In("eu-west-2/c"));

        answer.ErrorPercent.Should().BeApproximately(100.0 / 3, 1e-9, "it spreads requests over all zones, whichever the client chose it for");
    }

    [Test]
    public void A_gateway_keeps_the_priority_of_the_locality_that_is_listed_first()
    {
        TrafficClient near = Ingress with { Locality = new("eu-west-2", "b") };

        TrafficAnswer answer = Ask(near, In("eu-west-2/a"), In("eu-west-2/b"));

        answer.Priorities.Select(p => (p.Hosts, p.LoadPercent)).Should().Equal((0, 0), (1, 100));
    }

    [Test]
    public void Gateways_of_several_addresses_stay_several_hosts() =>
        Ask([new("aws", Aws, "34.0.0.1"), new("aws", Aws, "34.0.0.3")], Ingress, In("eu-west-2/a"), In("eu-west-2/b")).Hosts.Should().HaveCount(2);

    [Test]
    public void Clusters_that_share_an_address_share_the_host()
    {
        TrafficEndpoint other = In("eu-west-2/b") with { Cluster = "other" };

        TrafficAnswer answer = Ask([new("aws", Aws, "34.0.0.1"), new("aws", "other", "34.0.0.1")], Ingress, In("eu-west-2/a"), other);

        answer.Hosts.Should().ContainSingle();
        (answer.PercentByCluster[Aws], answer.PercentByCluster["other"]).Should().Be((50, 50));
    }

    [Test]
    public void The_ejection_limit_counts_addresses()
    {
        TrafficEndpoint[] gke = [.. OnGke(2)];

        TrafficAnswer answer = TrafficRouting.Explain(
            Question(GkeSidecar, Rule(maxEjectionPercent: 40), gke, [In("eu-west-2/a"), In("eu-west-2/b"), In("eu-west-2/c")]) with { Gateways = [.. Gateways] });

        answer.MaxEjectedHosts.Should().Be(1, "40 % of three hosts, of which one is the gateway for three zones");
    }

    private static TrafficEndpoint In(string locality, EndpointHealth health = EndpointHealth.Healthy) => new()
    {
        Address = $"pod-in-{locality}",
        Cluster = Aws,
        Network = "aws",
        Locality = Locality.Parse(locality),
        Health = health,
    };

    private static TrafficAnswer Ask(TrafficClient client, params TrafficEndpoint[] endpoints) => Ask(Gateways, client, endpoints);

    private static TrafficAnswer Ask(NetworkGateway[] gateways, TrafficClient client, params TrafficEndpoint[] endpoints) =>
        TrafficRouting.Explain(Question(client, Rule(), endpoints) with { Gateways = [.. gateways] });
}
