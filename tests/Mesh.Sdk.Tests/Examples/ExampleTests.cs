using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Mesh.Sdk.Tests.Examples;

/// <summary>The examples, each run as a process of its own in an empty folder.</summary>
public sealed class ExampleTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mesh-example-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task HybridFailover_writes_manifests_and_the_page_of_the_outage()
    {
        string output = await Run("HybridFailover");

        output.Should().Contain("Requests lost: 0.");
        Directory.GetFiles(Path.Combine(_folder, "artifacts", "hybrid-failover")).Select(Path.GetFileName).Should().HaveCount(4).And.Contain("outage.html");
    }

    [Test]
    public async Task OutageUnderOldRules_fails_over_under_the_upgraded_rules_only()
    {
        string[] parts = (await Run("OutageUnderOldRules")).Split("The same rules, upgraded");

        parts.Should().HaveCount(2);
        parts[0].Should().Contain("Requests lost: 6000 of 18000.").And.Contain("0 of 2 hosts may be ejected").And.NotContain("waynz0r-1009-01-gke  europe");
        parts[1].Should().Contain("2 of 2 hosts may be ejected").And.Contain("waynz0r-1009-01-gke  europe-west2").And.MatchRegex(@"Requests lost: \d{1,2}(\.\d)? of 18000\.");
        Directory.GetFiles(Path.Combine(_folder, "artifacts", "outage-under-old-rules"), "*.html").Should().HaveCount(2);
    }

    [Test]
    public async Task FiveRegions_ends_with_a_design_that_survives_every_single_loss()
    {
        string output = await Run("FiveRegions");

        output.Should().Contain("14 of 18 single losses are survived.").And.Contain("17 of 18").And.Contain("18 of 18");
        output[output.LastIndexOf("18 of 18", StringComparison.Ordinal)..].Should().NotContain("  NO ");
    }

    [Test]
    public async Task KafkaDisasterRecovery_writes_every_rendering_names_three_mistakes_and_loses_no_order()
    {
        string[] parts = (await Run("KafkaDisasterRecovery")).Split(["The same with three mistakes", "A service that fails over to where its topic is not"], StringSplitOptions.None);

        parts.Should().HaveCount(3);
        parts[0].Should().NotContain("MESH").And.Contain("aws->gke  bookings").And.Contain("aws.bookings");
        Regex.Matches(parts[1], @"MESH\d{4}").Select(m => m.Value).Distinct().Should().BeEquivalentTo("MESH5020", "MESH5023", "MESH5024");
        Regex.Matches(parts[2], @"MESH\d{4}").Select(m => m.Value).Should().Equal("MESH5350", "MESH5350");
        parts[2].Should().Contain("7. Switch clients from aws to gke").And.Contain("11. Switch clients from gke to aws").And.Contain("\n0 were never billed.");
        Directory.GetFiles(Path.Combine(_folder, "artifacts", "kafka-disaster-recovery"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(Path.GetDirectoryName(file))).GroupBy(folder => folder).ToDictionary(g => g.Key!, g => g.Count())
            .Should().Equal(new Dictionary<string, int> { ["strimzi"] = 2, ["strimzi-v1beta2"] = 2, ["koperator"] = 2, ["connect"] = 6, ["kafka-disaster-recovery"] = 1 });
    }

    private async Task<string> Run(string example)
    {
        string[] build = AppContext.BaseDirectory.TrimEnd('/').Split('/');
        string program = Path.Combine(TestFolders.Repository(), "examples", example, "bin", build[^2], build[^1], $"{example}.dll");
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        (process.ExitCode, await errors).Should().Be((0, ""));
        return output;
    }
}
