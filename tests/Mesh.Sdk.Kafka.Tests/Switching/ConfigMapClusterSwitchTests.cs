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

        (await set.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*'gke'*host: ConfigMap shop/kafka*");
        (await clusters.GetActiveAsync()).Should().Be("aws");
    }
}
