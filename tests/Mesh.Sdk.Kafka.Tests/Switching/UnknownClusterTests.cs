using Mesh.Sdk.Kafka.Switching;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class UnknownClusterTests : SwitchingFixture
{
    [Test]
    public void Clients_of_a_switch_that_names_no_cluster_of_the_topology_are_not_made() =>
        FluentActions.Invoking(() => Make(active: new ClusterSwitch("gek"))).Should().Throw<ArgumentException>()
            .WithMessage("*'gek'*only aws, gke. Did you mean 'gke'?*").WithParameterName("active");

    [Test]
    public async Task Nobody_waits_until_clients_have_followed_to_a_cluster_that_is_not_there()
    {
        await Active.SwitchAsync("aws", "nope");

        await Clients.Awaiting(c => c.WaitUntilFollowedAsync(Active.State, Soon)).Should().ThrowAsync<ArgumentException>().WithMessage("*'nope'*only aws, gke.*");
        await Active.Awaiting(a => a.WaitUntilFollowedAsync(TimeSpan.FromDays(1), Soon)).Should().ThrowAsync<ArgumentException>();
    }

    [Test]
    public void What_clients_do_reads_as_a_line()
    {
        new ClientStatus("shop", new("gke", Lost: "aws"), ClientActivity.Working).ToString().Should().Be("shop: Working (gke without aws)");
        new ClientStatus("shop", new("aws", SwitchPhase.Held), ClientActivity.Held, "No way.").ToString().Should().Be("shop: Held (aws held); No way.");
        new TopicOrigin("orders", "aws").ToString().Should().Be("orders of aws");
        new TopicOrigin("orders", null).ToString().Should().Be("orders");
    }
}
