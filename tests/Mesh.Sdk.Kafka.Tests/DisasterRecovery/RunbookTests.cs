using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.Clients;
using Mesh.Sdk.Kafka.DisasterRecovery;
using Mesh.Sdk.Kafka.Recovery;
using Mesh.Sdk.Kafka.Recovery.Plans;
using Mesh.Sdk.Kafka.Replication;
using Mesh.Sdk.Kafka.Switching;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.DisasterRecovery;

/// <summary>Runbooks, compared with the committed ones (MESH_ACCEPT_SNAPSHOTS=1 writes them).</summary>
public sealed class RunbookTests
{
    [TestCase(FailoverKind.Planned)]
    [TestCase(FailoverKind.Unplanned)]
    [TestCase(FailoverKind.FailBack)]
    public async Task A_runbook_tells_all_that_a_person_needs(FailoverKind kind)
    {
        ReplicationTopology topology = ReplicationTopology.Define(k =>
        {
            k.AddCluster("aws", c => c.AtBootstrapServers("kafka.aws.example.org:9092"));
            k.AddCluster("gke", c => c.AtBootstrapServers("kafka.gke.example.org:9092"));
            k.MirrorBothWays("aws", "gke", f => f.Topics("orders").Groups("checkout"));
        });
        using KafkaClients clients = KafkaClients.For(topology, _ => "");
        KafkaRecovery recovery = new(topology, clients) { Tools = new() { Switch = new ClusterSwitch("aws") } };
        DisasterRecoveryPlanner planner = new(MovingShop.UsageOf(topology), recovery, new InMemoryApplier());

        string runbook = (await planner.PlanAroundAsync(Plan(kind))).ToMarkdown();

        await SnapshotAsync($"{kind}.md", runbook);
    }

    private static FailoverPlan Plan(FailoverKind kind) => new()
    {
        CreatedAt = DateTimeOffset.UnixEpoch.AddYears(56),
        Kind = kind,
        From = kind == FailoverKind.FailBack ? "gke" : "aws",
        To = kind == FailoverKind.FailBack ? "aws" : "gke",
        Groups =
        [
            new("checkout")
            {
                Positions =
                [
                    new() { Source = new("orders", 0), Target = new("aws.orders", 0), Position = 20, Basis = PositionBasis.Checkpoint, Decision = PositionDecision.Moved },
                    new() { Source = new("orders", 1), Target = new("aws.orders", 1), Before = 30, Position = 30, Translated = 28, Basis = PositionBasis.Committed, Decision = PositionDecision.Kept },
                ],
            },
        ],
        Losses = kind != FailoverKind.Unplanned ? [] :
            [new() { Source = new("orders", 0), Target = new("aws.orders", 0), TargetEnd = 25, LastRecordAt = DateTimeOffset.UnixEpoch.AddYears(56), RecordsBehind = null }],
        Steps =
        [
            new() { Number = 1, Action = FailoverAction.Commit, Subject = "checkout", Text = "Commit the positions of checkout", Check = "they are committed", Risk = "D: some records are read again" },
            new() { Number = 2, Action = FailoverAction.Switch, Subject = "gke", Text = "Switch clients", Check = "they work on the other cluster" },
        ],
    };

    private static async Task SnapshotAsync(string name, string text)
    {
        string path = Path.Combine(TestFolders.Repository(), "tests", "Mesh.Sdk.Kafka.Tests", "DisasterRecovery", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("MESH_ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
        }

        text.Should().Be(await File.ReadAllTextAsync(path));
    }
}
