using System.Diagnostics;
using Mesh.Sdk.IntegrationTests.Kubernetes;
using Mesh.Sdk.IntegrationTests.Labs;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.IntegrationTests.Examples;

/// <summary>The example as a process of its own, on three clusters of its own.</summary>
public sealed class AttachAndApplyTests
{
    private Lab _lab = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _lab = await Lab.StartAsync("host", "aws", "gke");
        _lab["host"].Requires(22, "Attaching");
        _lab["host"].RequiresController("A token in a Secret");
        await _lab["host"].DefineAsync("istio");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_lab is not null)
        {
            await _lab.DisposeAsync();
        }
    }

    [Test]
    public async Task The_example_attaches_applies_changes_one_field_and_leaves_nothing()
    {
        List<string> before = await ObjectsAsync();

        string output = await RunAsync();

        string[] parts = output.Split("\n> ");
        parts[1].Should().StartWith("attach waynz0r-1009-01-aws").And.Contain("? Are you sure to use the following context? aws (API Server: https://127.0.0.1:")
            .And.Contain("✓ creating service account and rbac permissions").And.Contain("✓ retrieving service account token");
        parts.Single(p => p.StartsWith("status")).Should().Contain("""
            Name                 Type  Status     Gateway Address   Istio Control Plane   Message
            waynz0r-1009-02-aws  Host  Available  [15.236.163.90]   -
            waynz0r-1009-01-aws  Peer  Available  [3.11.47.43]      cp-v17x.istio-system
            waynz0r-1009-01-gke  Peer  Available  [35.197.239.240]  cp-v17x.istio-system
            """);
        parts.Single(p => p.StartsWith("plan, after")).TrimEnd().Should().Be("""
            plan, after ejections were made shorter
            ~ waynz0r-1009-02-aws: DestinationRule backyards-demo/frontpage
                spec.trafficPolicy.outlierDetection.baseEjectionTime
                  - "15m"
                  + "5m"
            """);
        parts[^1].Should().Contain("Unmanaged");
        output.Should().NotContain("eyJ");
        (await ObjectsAsync()).Should().BeEquivalentTo(before);
    }

    private async Task<string> RunAsync()
    {
        string[] build = AppContext.BaseDirectory.TrimEnd('/').Split('/');
        string program = Path.Combine(TestFolders.Repository(), "examples", "AttachAndApply", "bin", build[^2], build[^1], "AttachAndApply.dll");
        string[] kubeConfigs = [.. new[] { "host", "aws", "gke" }.Select(c => _lab[c].KubeConfigPath)];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, .. kubeConfigs]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        (process.ExitCode, await errors).Should().Be((0, ""), output);
        await TestContext.Out.WriteLineAsync(output);
        return output;
    }

    private async Task<List<string>> ObjectsAsync()
    {
        List<string> all = [];
        foreach (string cluster in new[] { "host", "aws", "gke" })
        {
            using KubernetesApiClient client = _lab[cluster].Connect();
            foreach (ApiResource kind in (await client.Discovery.ListAsync()).Where(k => k.Verbs.Contains("list") && k.Kind.Name != "Event"))
            {
                all.AddRange((await client.ListAsync(kind.Kind, KubernetesListOptions.All).NamesAsync()).Select(n => $"{cluster} {kind} {n}"));
            }
        }

        return all;
    }
}
