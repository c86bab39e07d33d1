using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Kafka.Strimzi;
using Mesh.Sdk.Resources;
using V1Beta2 = Mesh.Sdk.Kafka.Strimzi.V1Beta2;

namespace Mesh.Sdk.Kafka.Tests.MirrorMaker.Operators;

public sealed class StrimziRenderingTests
{
    private static readonly AnalysisOptions Schemas = AnalysisOptions.Default with { Analyzers = KafkaAnalyzers.All };

    private static readonly ReplicationTopology BothWays = ReplicationTopology.Define(k => k
        .AddCluster("AWS_eu", c => c.OnMeshCluster("east").AtBootstrapServers("aws:9093").WithTls(new("aws-cluster-ca-cert", "*.crt")).WithScramSha512("mirror", new("mirror", "password")))
        .AddCluster("gke", c => c.OnMeshCluster("west").AtBootstrapServers("gke:9092"))
        .MirrorBothWays("AWS_eu", "gke", f => f.Topics("orders", "payments").Groups("checkout").WithTasks(4)));

    [Test]
    public void Both_ways_are_two_objects_each_where_its_target_lives_and_nothing_is_shared()
    {
        ResourceSet resources = BothWays.ToStrimzi(s => s.InNamespace("mirrors"));

        KafkaMirrorMaker2[] found = [.. resources.OfType<KafkaMirrorMaker2>()];
        resources.Select(e => e.Key.ToString()).Should().Equal(
            "west: KafkaMirrorMaker2 mirrors/mirror-to-gke",
            "east: KafkaMirrorMaker2 mirrors/mirror-to-aws-eu",
            "east: KafkaConnect mirrors/heartbeats-on-aws-eu",
            "east: KafkaConnector mirrors/heartbeats-gke-to-aws-eu",
            "west: KafkaConnect mirrors/heartbeats-on-gke",
            "west: KafkaConnector mirrors/heartbeats-aws-eu-to-gke");
        found.Select(m => m.Spec!.Target!.Alias).Should().Equal("gke", "AWS_eu");
        found.SelectMany(m => m.Spec!.Mirrors).Select(m => m.Source!.Alias).Should().Equal("AWS_eu", "gke");
        found.Select(m => m.Spec!.Target!.GroupId)
            .Concat(resources.OfType<KafkaConnect>().Select(c => c.Spec!.GroupId)).Should().OnlyHaveUniqueItems();
        found.Select(m => m.Spec!.Target!.OffsetStorageTopic).Should().Equal("__mirror-to-gke-offsets", "__mirror-to-aws-eu-offsets");
    }

    [Test]
    public void Secrets_are_references_in_the_fields_that_Strimzi_has_for_them()
    {
        KafkaMirrorMaker2ClusterSpec source = BothWays.ToStrimzi().OfType<KafkaMirrorMaker2>().First().Spec!.Mirrors[0].Source!;

        source.Tls!.TrustedCertificates.Should().Equal(new TrustedCertificate { SecretName = "aws-cluster-ca-cert", Pattern = "*.crt" });
        source.Authentication.Should().Be(new KafkaClientAuthentication
        {
            Type = KafkaClientAuthenticationType.ScramSha512,
            Username = "mirror",
            PasswordSecret = new() { SecretName = "mirror", Password = "password" },
        });
        BothWays.ToStrimzi().SecretsOfStrimzi().Should().Contain(
        [
            new RequiredSecret("west", "kafka", "aws-cluster-ca-cert", ["*.crt"]),
            new RequiredSecret("west", "kafka", "mirror", ["password"]),
        ]);
    }

    [Test]
    public void What_Strimzi_has_no_field_for_is_mounted_and_looked_up_there()
    {
        KafkaMirrorMaker2 toGke = Topologies.Rich.ToStrimzi().OfType<KafkaMirrorMaker2>().Single(m => m.Metadata.Name == "mirror-to-gke");

        KafkaMirrorMaker2TargetClusterSpec target = toGke.Spec!.Target!;
        target.Authentication!.Type.Should().Be(KafkaClientAuthenticationType.Custom);
        target.Authentication.Config!.Fields["sasl.jaas.config"]!.Text.Should().Contain("clientSecret=\"${secrets:/mnt/gke-oauth:secret}\"");
        target.Config!.Fields["config.providers"]!.Text.Should().Be("secrets");
        target.Config.Fields["exactly.once.source.support"]!.Text.Should().Be("enabled");
        toGke.Spec.Template!.ConnectContainer!.VolumeMounts.Should().ContainSingle().Which.MountPath.Should().Be("/mnt/gke-oauth");
        toGke.Spec.JvmOptions!.JavaSystemProperties.Should().ContainSingle().Which.Value.Should().Be("https://login.example.org/token");
        Topologies.Rich.ToStrimzi().SecretsOfStrimzi().Should().Contain(new RequiredSecret("", "kafka", "gke-oauth", ["secret"]));
    }

    [Test]
    public void Heartbeats_are_emitted_on_the_source_of_the_flow()
    {
        ResourceSet resources = BothWays.ToStrimzi();

        KafkaConnector connector = resources.OfType<KafkaConnector>().First();
        connector.Metadata.Labels["strimzi.io/cluster"].Should().Be("heartbeats-on-aws-eu");
        connector.Spec!.Config!.Fields["target.cluster.alias"]!.Text.Should().Be("AWS_eu");
        connector.Spec.Config.Fields["target.cluster.bootstrap.servers"]!.Text.Should().Be("aws:9093");
        connector.Spec.Config.Fields["source.cluster.alias"]!.Text.Should().Be("gke");
        resources.OfType<KafkaConnect>().First().Spec!.BootstrapServers.Should().Be("aws:9093");
    }

    [Test]
    public void The_old_version_has_heartbeats_in_the_mirror_and_ids_in_the_settings()
    {
        ResourceSet resources = BothWays.ToStrimzi(s => s.ForVersion(StrimziVersion.V1Beta2));

        V1Beta2.KafkaMirrorMaker2Spec spec = resources.OfType<V1Beta2.KafkaMirrorMaker2>().First().Spec!;
        resources.Should().HaveCount(2);
        spec.ConnectCluster.Should().Be("gke");
        spec.Clusters.Select(c => c.Alias).Should().Equal("AWS_eu", "gke");
        spec.Clusters[1].Config!.Fields["group.id"]!.Text.Should().Be("mirror-to-gke");
        spec.Mirrors.Should().ContainSingle().Which.HeartbeatConnector.Should().NotBeNull();
    }

    [Test]
    public void A_flow_one_way_has_its_heartbeats_in_an_object_of_its_own_in_the_old_version()
    {
        ReplicationTopology oneWay = BothWays with { Flows = [BothWays.Flows[0]] };

        V1Beta2.KafkaMirrorMaker2[] found = [.. oneWay.ToStrimzi(s => s.ForVersion(StrimziVersion.V1Beta2)).OfType<V1Beta2.KafkaMirrorMaker2>()];

        found.Select(m => m.Spec!.ConnectCluster).Should().Equal("gke", "AWS_eu");
        found[1].Spec!.Mirrors.Should().ContainSingle().Which.Should().Match<V1Beta2.KafkaMirrorMaker2MirrorSpec>(m => m.SourceConnector == null && m.HeartbeatConnector != null);
    }

    [TestCase(StrimziVersion.V1)]
    [TestCase(StrimziVersion.V1Beta2)]
    public void What_is_rendered_passes_the_schemas(StrimziVersion version)
    {
        ResourceSet rich = Topologies.Rich.ToStrimzi(s => s.ForVersion(version));
        ResourceSet operated = BothWays.ToStrimzi(s => s
            .ForVersion(version)
            .WithKafkaVersion("4.1.0")
            .RunsCluster("AWS_eu", c => c.WithBrokers(3).WithStorage("100Gi").AddTopic("orders", 12))
            .RunsCluster("gke", c => c.Named("kafka").WithBrokers(1)));

        rich.Analyze(Schemas).Should().BeEmpty();
        operated.Analyze(Schemas).Should().BeEmpty();
        operated.Select(e => e.Resource.Type.Name).Should().Contain(["Kafka", "KafkaNodePool", "KafkaTopic", "KafkaUser", "KafkaMirrorMaker2"]);
    }

    [Test]
    public void The_user_of_a_cluster_may_do_what_its_connectors_do_and_no_more()
    {
        KafkaUser user = BothWays.ToStrimzi(s => s.RunsCluster("AWS_eu", _ => { })).OfType<KafkaUser>().Single();

        user.Metadata.Name.Should().Be("mirror");
        user.Spec!.Authentication.Should().Be(new KafkaUserAuthentication { Type = KafkaUserAuthenticationType.ScramSha512 });
        user.Spec.Authorization!.Acls.Select(a => a.Resource!.Name).Should().Contain(["*", "mm2-offset-syncs.gke.internal", "gke.checkpoints.internal", "heartbeats", "__mirror-to-aws-eu-offsets"]);
        user.Spec.Authorization.Acls.SelectMany(a => a.Operations).Should().NotContain([AclRuleOperation.All, AclRuleOperation.Delete, AclRuleOperation.ClusterAction]);
    }

    [Test]
    public void A_topology_with_errors_is_not_rendered()
    {
        ReplicationTopology wrong = BothWays with { Clusters = [BothWays.Clusters[0]] };

        Action render = () => wrong.ToStrimzi();

        render.Should().Throw<MeshDefinitionException>().Which.Report.Should().Contain(d => d.Code == "MESH5020");
    }
}
