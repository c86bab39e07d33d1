using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Kafka.Tests.Switching;

public sealed class ConfigMapClusterSwitchTests
{
    [Test]
    public async Task Every_cluster_of_the_mesh_gets_the_state_that_pods_read_as_a_file()
    {
        InMemoryApplier applier = new();
        ConfigMapClusterSwitch clusters = new(applier, "kafka", "shop", ["host", "peer"], new("aws"));

        await clusters.HoldProducersAsync();
        Texts().Should().Equal("aws producers-held", "aws producers-held");

        await clusters.SwitchAsync("aws", "gke");
        Texts().Should().Equal("gke", "gke");
        (await clusters.GetActiveAsync()).Should().Be("gke");

        IEnumerable<string> Texts() => applier.Objects.OfType<ConfigMap>().Select(m => m.Data["cluster"]);
    }

    [Test]
    public async Task A_cluster_that_can_not_be_told_is_named()
    {
        InMemoryApplier applier = new();
        await new ConfigMapClusterSwitch(applier, "kafka", "shop", ["host"], new("aws"), new() { FieldManager = "another" }).SetAsync(new("aws"));
        ConfigMapClusterSwitch clusters = new(applier, "kafka", "shop", ["host", "peer"], new("aws"));

        Func<Task> set = () => clusters.SetAsync(new("gke"));
        Func<Task> ask = () => clusters.GetActiveAsync();

        (await set.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*'gke'*host: ConfigMap shop/kafka*");
        (await ask.Should().ThrowAsync<InvalidOperationException>()).WithMessage("host: ConfigMap shop/kafka*applied by another*");
    }

    [Test]
    public async Task Clusters_that_are_told_different_things_make_the_active_one_unknown()
    {
        InMemoryApplier applier = new();
        await new ConfigMapClusterSwitch(applier, "kafka", "shop", ["host"], new("aws")).SetAsync(new("gke"));
        await new ConfigMapClusterSwitch(applier, "kafka", "shop", ["peer"], new("aws")).SetAsync(new("aws"));

        (await new ConfigMapClusterSwitch(applier, "kafka", "shop", ["host", "peer"], new("aws")).GetActiveAsync()).Should().BeNull();
    }

    [Test]
    public async Task Another_process_finds_what_clients_are_told()
    {
        InMemoryApplier applier = new();
        await new ConfigMapClusterSwitch(applier, "kafka", "shop", ["host", "peer"], new("aws")).SetAsync(new("gke", SwitchPhase.ProducersHeld));
        ConfigMapClusterSwitch another = new(applier, "kafka", "shop", ["host", "peer"], new("aws"));

        (await another.GetActiveAsync()).Should().Be("gke");
        await another.HoldConsumersAsync();

        applier.Objects.OfType<ConfigMap>().Select(m => m.Data["cluster"]).Should().Equal("gke held", "gke held");
    }

    [Test]
    public async Task Where_no_config_map_is_yet_clients_are_told_what_was_said()
    {
        ConfigMapClusterSwitch clusters = new(new InMemoryApplier(), "kafka", "shop", ["host"], new("aws"));

        (await clusters.GetActiveAsync()).Should().Be("aws");
    }
}
