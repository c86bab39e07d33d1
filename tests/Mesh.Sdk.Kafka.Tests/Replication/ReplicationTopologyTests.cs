using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests.Replication;

public sealed class ReplicationTopologyTests
{
    [Test]
    public void Every_mistake_is_reported_at_once()
    {
        Action act = () => ReplicationTopology.Define(k =>
        {
            k.AddCluster("a b", c => c.AtBootstrapServers("nowhere"));
            k.Mirror("a b", "c", f => f.Topics("(").WithTasks(-1));
            k.Mirror("a b", "c");
        });

        act.Should().Throw<MeshDefinitionException>().Which.Report.Select(d => d.Code).Distinct()
            .Should().BeEquivalentTo("MESH5001", "MESH5004", "MESH5020", "MESH5022", "MESH5024", "MESH5030");
    }

    [Test]
    public void Topologies_compare_by_value()
    {
        static ReplicationTopology Define() => ReplicationTopology.Define(k =>
        {
            k.AddCluster("a", c => c.AtBootstrapServers("a:1"));
            k.AddCluster("b", c => c.AtBootstrapServers("b:1"));
            k.MirrorBothWays("a", "b", f => f.ForDisasterRecovery());
        });

        Define().Should().Be(Define());
        Define().GetHashCode().Should().Be(Define().GetHashCode());
    }

    [Test]
    public void A_part_of_a_second_is_not_rounded_away()
    {
        DiagnosticReport report = ReplicationTopology.TryDefine(
            k =>
            {
                k.AddCluster("a", c => c.AtBootstrapServers("a:1"));
                k.AddCluster("b", c => c.AtBootstrapServers("b:1"));
                k.Mirror("a", "b", f => f.EmitCheckpoints(TimeSpan.FromSeconds(1.5)));
            },
            out _);

        report.Should().ContainSingle().Which.Code.Should().Be("MESH5030");
    }

    [TestCase("${file:/etc/shadow:root}", null)]
    [TestCase("mirror", "${file:/etc/shadow:root}")]
    public void A_login_brings_no_reference_in(string user, string? scope) =>
        ReplicationTopology.TryDefine(
            k => k.AddCluster("a", c => c.AtBootstrapServers("a:1").WithTls().WithOAuth(new Uri("https://login.example.org/token"), user, new("a", "secret"), scope)),
            out _)
            .Should().ContainSingle().Which.Code.Should().Be("MESH5033");

    [Test]
    public void The_secrets_that_renderings_need_are_listed() =>
        Topologies.Rich.Secrets().Should().Equal(
            new SecretReference("aws-ca", "ca.crt"),
            new SecretReference("aws-client", "tls.crt"),
            new SecretReference("aws-client", "tls.key"),
            new SecretReference("gke-oauth", "secret"),
            new SecretReference("onprem", "password"));
}
