// The article's two Kafka clusters, mirrored both ways: defined once, checked, and written for everything that runs MirrorMaker 2.
// Then the same with three mistakes, before anything is applied; at last the hour itself, on two clusters in this process.
using KafkaDisasterRecovery;
using Mesh.Sdk.Analysis;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kafka.Analysis;
using Mesh.Sdk.Kafka.MirrorMaker.Connectors;
using Mesh.Sdk.Kafka.MirrorMaker.Dedicated;
using Mesh.Sdk.Kafka.MirrorMaker.Operators;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Replication.Preview;
using Mesh.Sdk.Kafka.Schemas;
using Mesh.Sdk.Kafka.Usage;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Topology;

const string Folder = "artifacts/kafka-disaster-recovery";

DiagnosticReport findings = ReplicationTopology.TryDefine(k => k
        .AddCluster("aws", c => Describe(c, "aws", "eu-west-2"))
        .AddCluster("gke", c => Describe(c, "gke", "europe-west2"))
        .MirrorBothWays("aws", "gke", f => f.ForDisasterRecovery().Topics("bookings", "catalog\\..*").Groups("frontpage").WithoutAclSync()),
    out ReplicationTopology? topology);
Report.Findings("What the definition gets wrong", findings);
Report.Findings("What the analysis finds", topology!.Analyze());

// Every engine gets the same flows. Kafka itself is run by either operator.
ResourceSet strimzi = topology!.ToStrimzi(s => s.RunsCluster("aws", Size).RunsCluster("gke", Size));
ResourceSet old = topology!.ToStrimzi(s => s.ForVersion(StrimziVersion.V1Beta2));
ResourceSet koperator = topology!.ToKoperator(k => k.RunsCluster("aws", Size).RunsCluster("gke", Size));
List<string> files =
[
    .. await strimzi.WriteYamlAsync($"{Folder}/strimzi"),
    .. await old.WriteYamlAsync($"{Folder}/strimzi-v1beta2"),
    .. await koperator.WriteYamlAsync($"{Folder}/koperator"),
    await Report.WriteAsync($"{Folder}/mm2.properties", topology!.ToMirrorMakerProperties()),
];
foreach (ConnectorConfig connector in topology!.ToConnectors())
{
    files.Add(await Report.WriteAsync($"{Folder}/connect/{connector.Name.Replace("->", "-to-")}.json", connector.ToJson()));
}

Report.Files("What is written", files);
Report.Secrets("The secrets that Strimzi's objects refer to", strimzi.SecretsOfStrimzi());
AnalysisOptions checks = new() { Analyzers = KafkaAnalyzers.All };
Report.Findings("What the API server would refuse", strimzi.Analyze(checks).Merge(old.Analyze(checks)).Merge(koperator.Analyze(checks)));

// What happens to topics, be they mirrored or not.
Report.Preview("What is mirrored", topology!.Preview(new Dictionary<string, IReadOnlyCollection<string>>
{
    ["aws"] = ["bookings", "catalog.movies", "gke.bookings", "payments", "__consumer_offsets", "heartbeats"],
    ["gke"] = ["bookings", "catalog.movies", "aws.bookings", "aws.catalog.movies", "heartbeats"],
}));

// An alias that holds the separator, a flow to a cluster that is not there, and a pattern that does not compile.
DiagnosticReport mistakes = ReplicationTopology.TryDefine(k => k
        .AddCluster("aws.london", c => Describe(c, "aws", "eu-west-2"))
        .AddCluster("gke", c => Describe(c, "gke", "europe-west2"))
        .Mirror("aws.london", "gke")
        .Mirror("gke", "aws-london", f => f.Topics("bookings(")),
    out _);
Report.Findings("The same with three mistakes", mistakes);

// Traffic and state together: frontpage fails over with the traffic, and reads what nobody mirrors.
ServiceMesh mesh = ServiceMesh.Define("backyards", m => m
    .AddCluster("waynz0r-1009-02-aws", c => c.AsHost().OnAws("eu-west-3")).AddCluster("waynz0r-1009-01-aws", c => c.AsPeer().OnAws("eu-west-2"))
    .AddCluster("waynz0r-1009-01-gke", c => c.AsPeer().OnGoogleCloud("europe-west2"))
    .AddService("frontpage", "backyards-demo", s => s.OnPort(8080).RunsOn("waynz0r-1009-01-aws").RunsOn("waynz0r-1009-01-gke").EjectsOutliers()));
Report.Findings("A service that fails over to where its topic is not", topology!
    .UsedBy(mesh, u => u.AddService("frontpage", "backyards-demo", s => s.Reads("bookings").Reads("payments").InGroup("frontpage"))).Analyze());

await Drill.RunAsync();

static void Describe(ReplicationClusterBuilder cluster, string provider, string region) => cluster
    .InRegion(region).OnMeshCluster($"waynz0r-1009-01-{provider}").WithBrokers(3).AtBootstrapServers($"kafka.{provider}.example.org:9094")
    .WithTls(new($"{provider}-ca", "ca.crt"))
    .WithClientCertificate(new($"{provider}-mirror-maker", "user.crt"), new($"{provider}-mirror-maker", "user.key"));

static void Size(OperatedClusterBuilder cluster) => cluster
    .Named("kafka").WithBrokers(3).WithStorage("100Gi").WithZooKeeper("zookeeper-client.zookeeper:2181").AddTopic("bookings", partitions: 12);
