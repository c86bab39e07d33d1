using System.Net;
using System.Net.Sockets;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.Embedded;
using Mesh.Sdk.Kafka.Tests.Clusters;

namespace Mesh.Sdk.Kafka.Tests.Clients;

[Parallelizable(ParallelScope.All)]
public sealed class KafkaClusterExceptionTests
{
    [Test]
    public async Task A_closed_port_is_told_with_its_address()
    {
        string address = ClosedPort();

        KafkaClusterException failure = await FailureAtAsync(address);

        failure.IsUnreachable.Should().BeTrue();
        failure.Message.Should().StartWith($"Listing topics on the Kafka cluster 'gke' at {address} failed: ").And.Contain("Connection refused").And.NotContain("resolve");
    }

    [Test]
    public async Task A_host_that_nobody_knows_is_told_as_such()
    {
        string host = new('x', 64);

        KafkaClusterException failure = await FailureAtAsync($"{host}:9092");

        failure.IsUnreachable.Should().BeTrue();
        failure.Message.Should().Contain($"at {host}:9092 failed").And.Contain("resolve");
    }

    [Test]
    public async Task Credentials_in_an_address_are_not_told()
    {
        string address = ClosedPort();

        KafkaClusterException failure = await FailureAtAsync($"SASL_SSL://jim:hunter2@{address},jim:hunter2@{address}");

        failure.Message.Should().Contain(address).And.NotContain("hunter2").And.NotContain("jim");
    }

    [Test]
    [Steered]
    public async Task Who_administers_mock_brokers_of_another_process_is_told_that_it_can_not()
    {
        using EmbeddedCluster started = EmbeddedCluster.Start("gke");
        using ClusterClient elsewhere = new("gke", new Dictionary<string, string> { ["bootstrap.servers"] = started.BootstrapServers });

        Func<Task> ask = () => elsewhere.Administration.GetGroupStateAsync("checkout");

        (await ask.Should().ThrowAsync<KafkaClusterException>()).WithMessage("*only in the process that started them.");
    }

    private static string ClosedPort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }

    private static async Task<KafkaClusterException> FailureAtAsync(string servers)
    {
        using ClusterClient client = new("gke", new Dictionary<string, string> { ["bootstrap.servers"] = servers }) { Timeout = TimeSpan.FromSeconds(3) };
        Func<Task> ask = () => client.GetTopicsAsync();
        return (await ask.Should().ThrowAsync<KafkaClusterException>()).Which;
    }
}
