using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Kafka.MirrorMaker;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.Schemas;

public sealed class OperatorSchemaTests
{
    private const string MirrorMaker = """
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaMirrorMaker2
        metadata: {name: to-gke, namespace: kafka}
        spec:
          replicas: 1
          target: {alias: gke, bootstrapServers: "gke:9092", groupId: mm2, configStorageTopic: c, offsetStorageTopic: o, statusStorageTopic: s}
          mirrors:
          - source: {alias: aws, bootstrapServers: "aws:9092"}
        """;

    private static readonly AnalysisOptions Options = AnalysisOptions.Default with { Analyzers = KafkaAnalyzers.All };

    [Test]
    public void The_examples_of_Strimzi_pass_but_for_the_one_with_a_mistake()
    {
        string folder = TestFolders.Shared("vectors", "strimzi-examples");
        string[] files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories);

        // Documents are looked at one by one: some have the same name. None says its namespace.
        var findings =
            from file in files
            from resource in Read(File.ReadAllText(file))
            from finding in Analyze(resource)
            select $"{Path.GetRelativePath(folder, file)} {finding.Code} {finding.Path}";

        files.Should().HaveCountGreaterThan(15);
        findings.Should().BeEquivalentTo(
            from field in (string[])["groupId", "configStorageTopic", "offsetStorageTopic", "statusStorageTopic"]
            select $"metrics/strimzi-metrics-reporter/kafka-connect-metrics.yaml MESH2001 spec.{field}");
    }

    [TestCase("  replicas: 1\n", "", "MESH2001", "spec.replicas")]
    [TestCase("replicas: 1", "replicas: \"1\"", "MESH2002", "spec.replicas")]
    [TestCase("groupId: mm2, ", "", "MESH2001", "spec.target.groupId")]
    [TestCase("alias: gke", "alias: \"g k e\"", "MESH2008", "spec.target.alias")]
    [TestCase("replicas: 1", "replicas: 1\n  logging: {type: outernal}", "MESH2007", "spec.logging.type")]
    [TestCase("replicas: 1", "replicas: 1\n  heartbeatConnector: {}", "MESH2010", "spec.heartbeatConnector")]
    [TestCase("replicas: 1", "replicas: 1\n  rack: {}", "MESH5190", "spec.rack")]
    [TestCase("replicas: 1", "replicas: 1\n  livenessProbe: {timeoutSeconds: 0}", "MESH2003", "spec.livenessProbe.timeoutSeconds")]
    public void What_the_API_server_refuses_is_found(string text, string replacement, string code, string path)
    {
        string yaml = MirrorMaker.ReplaceLineEndings("\n").Replace(text, replacement, StringComparison.Ordinal);

        Analyze(MirrorMaker).Should().BeEmpty();
        Analyze(yaml).Should().Contain(d => d.Code == code && d.Path == path);
    }

    [Test]
    public void A_version_with_a_schema_of_its_own_is_checked_by_that() =>
        Analyze("""
            apiVersion: kafka.strimzi.io/v1beta2
            kind: KafkaMirrorMaker2
            metadata: {name: to-gke, namespace: kafka}
            spec:
              connectCluster: gke
              clusters:
              - {alias: aws, bootstrapServers: "aws:9092"}
              - {alias: gke, bootstrapServers: "gke:9092"}
              mirrors:
              - {sourceCluster: aws, targetCluster: gke, heartbeatConnector: {tasksMax: 0}}
            """).Select(d => (d.Code, d.Path)).Should().Equal(("MESH2003", "spec.mirrors[0].heartbeatConnector.tasksMax"));

    [Test]
    public void An_object_of_Koperator_is_checked_too() =>
        Analyze("""
            apiVersion: kafka.banzaicloud.io/v1alpha1
            kind: KafkaTopic
            metadata: {name: orders, namespace: kafka}
            spec: {name: orders, partitions: -2, replicationFactor: 1, clusterRef: {name: kafka}}
            """).Select(d => (d.Code, d.Path)).Should().Equal(("MESH2003", "spec.partitions"));

    private static DiagnosticReport Analyze(string yaml) => Analyze(new ResourceReader(ResourceKinds.None).Read(yaml).Single());

    private static DiagnosticReport Analyze(IResource resource) => ResourceSet.From([resource]).Analyze(Options);

    private static IReadOnlyList<IResource> Read(string yaml) => new ResourceReader(MeshKinds.All.With(KafkaKinds.All)).Read(yaml);
}
