using Mesh.Sdk.Live;
using Mesh.Sdk.Simulation;
using Mesh.Sdk.Tests.Simulation.Page;
using Mesh.Sdk.Tests.Topology;
using Microsoft.Playwright;

namespace Mesh.Sdk.Tests.Live;

/// <summary>The same page, fed from Prometheus.</summary>
public sealed class LivePageInChromiumTests : BrowserTests
{
    [TestCase(300)]
    [TestCase(660)]
    [TestCase(1200)]
    public async Task The_numbers_shown_are_those_that_were_read(int second)
    {
        LiveTraffic traffic = await Read();
        IPage page = await Open(traffic.ToHtml());

        await MoveTo(page, second);

        TrafficInterval[] now = [.. traffic.Traffic.Select(s => s.At(TimeSpan.FromSeconds(second)))];
        foreach (string cluster in traffic.Clusters.ToArray())
        {
            (await Shown(page, cluster, "requests")).Should().BeApproximately(now.Sum(i => i.ByCluster.TryGetValue(cluster, out double rate) ? rate : 0), 1e-3);
        }

        (await Number(page.Locator("#causes-table [data-number=failures]"))).Should().BeApproximately(now.Sum(i => i.FailuresPerSecond), 1e-3);
        (await page.Locator("#clients-table thead th").AllInnerTextsAsync()).Should().Equal("Client", "Service", "Requests/s", "Fail/s");
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task Times_are_those_of_the_day_and_regions_those_of_the_definition()
    {
        IPage page = await Open((await Read() with { Mesh = ArticleMesh.Define() }).ToHtml());

        await MoveTo(page, 660);

        (await page.TitleAsync()).Should().Be("Mesh backyards, live: 2026-03-04 10:00 to 10:30 UTC");
        (await page.Locator("#clock").InnerTextAsync()).Should().Be("10:11:00 UTC");
        (await page.Locator("#map .halo").AllTextContentsAsync()).Should().Equal("eu-west-3", "eu-west-2", "europe-west2");
        (await page.Locator("#events li").AllInnerTextsAsync()).Should().HaveCount(4).And.ContainMatch("10:10:00*100 % of the requests to backyards-demo/frontpage fail.*");
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task The_call_graph_shows_who_calls_whom()
    {
        IPage page = await Open((await Read()).ToHtml());

        await MoveTo(page, 1200);

        (await page.Locator("#graph .edge").EvaluateAllAsync<string[]>("edges => edges.map(e => `${e.dataset.from} to ${e.dataset.to}: ${Math.round(e.dataset.rate)}`)"))
            .Should().BeEquivalentTo("users to frontpage: 100", "frontpage to bookings: 100");
        await Assertions.Expect(page.Locator("#graph-text")).ToHaveTextAsync("Calls that fail: frontpage to bookings (20 %).");
        await page.Locator("#graph [data-service=bookings]").ClickAsync();
        (await page.Locator("#service").InputValueAsync()).Should().Be("0");
    }

    [Test]
    public async Task A_picture_of_it()
    {
        IPage page = await Open((await Read() with { Mesh = ArticleMesh.Define() }).ToHtml());
        await MoveTo(page, 1200);

        await Picture(page, "live", 1180);
    }

    private static async Task<LiveTraffic> Read()
    {
        using PrometheusServer server = new();
        LiveMesh.Fill(server);
        using HttpClient http = server.Client();
        return await new PrometheusReader(http).ReadAsync(LiveMesh.From, LiveMesh.To);
    }
}
