using System.Globalization;
using Mesh.Sdk.Simulation;
using Microsoft.Playwright;

namespace Mesh.Sdk.Tests.Simulation.Page;

/// <summary>The page of a simulation in a browser.</summary>
public sealed class PageInChromiumTests : BrowserTests
{
    [Test]
    public async Task The_page_loads_from_disk_without_errors()
    {
        IPage page = await Open(PageReports.Outage());

        (await page.TitleAsync()).Should().Be("Mesh backyards: what the outage does");
        (await page.Locator("#map [data-cluster]").CountAsync()).Should().Be(3);
        (await page.Locator("#events li").CountAsync()).Should().Be(PageReports.Outage().Events.Count);
        Problems.Should().BeEmpty();
    }

    [TestCase(0)]
    [TestCase(59)]
    [TestCase(60)]
    [TestCase(61)]
    [TestCase(121)]
    [TestCase(180)]
    public async Task The_numbers_shown_are_those_of_the_report(int second)
    {
        SimulationReport report = PageReports.Outage();
        TimeSpan at = TimeSpan.FromSeconds(second);
        IPage page = await Open(report);

        await MoveTo(page, second);

        foreach (string cluster in report.Mesh.Clusters.Select(c => c.Name))
        {
            (await Shown(page, cluster, "share")).Should().BeApproximately(report.Share("frontpage", cluster, at), 1e-5);
            (await Shown(page, cluster, "load")).Should().BeApproximately(report.Capacity.Where(c => c.Cluster == cluster).Sum(c => c.LoadAt(at)), 1e-3);
        }

        (await Number(page.Locator("#causes-table [data-number=failures]"))).Should().BeApproximately(report.Of("frontpage").Sum(s => s.At(at).FailuresPerSecond), 1e-3);
        (await Number(page.Locator("#clients-table [data-number=client-requests]"))).Should().BeApproximately(100, 1e-3);
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task What_was_lost_adds_up_to_the_report()
    {
        SimulationReport report = PageReports.Outage();
        IPage page = await Open(report);

        await MoveTo(page, 180);

        report.Lost("frontpage").Should().BeGreaterThan(0);
        (await page.Locator("#tile-lost").InnerTextAsync()).Should().Be(report.Lost("frontpage").ToString("0.##", CultureInfo.InvariantCulture));
    }

    [Test]
    public async Task The_slider_changes_the_picture()
    {
        IPage page = await Open(PageReports.Outage());

        await MoveTo(page, 30);
        byte[] before = await page.Locator("#map").ScreenshotAsync();
        (await EdgeTarget(page)).Should().Be(PageReports.Aws);
        await MoveTo(page, 90);
        byte[] after = await page.Locator("#map").ScreenshotAsync();

        (await EdgeTarget(page)).Should().Be(PageReports.Gke);
        after.Should().NotEqual(before);
        await Assertions.Expect(page.Locator("#live")).ToContainTextAsync($"Second 90: 100 % to {PageReports.Gke}; none fails.");
    }

    [Test]
    public async Task Keys_move_and_play()
    {
        IPage page = await Open(PageReports.Outage());

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        (await page.Locator("#time").InputValueAsync()).Should().Be("11");
        await page.Keyboard.PressAsync("End");
        (await page.Locator("#time").InputValueAsync()).Should().Be("180");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Space");
        (await page.Locator("#play").GetAttributeAsync("aria-pressed")).Should().Be("true");
        await Assertions.Expect(page.Locator("#time")).Not.ToHaveValueAsync("0");
        await page.Keyboard.PressAsync("Space");
        (await page.Locator("#play").InnerTextAsync()).Should().Be("Play");
        Problems.Should().BeEmpty();
    }

    [TestCase("</script><img src=x onerror=alert(1)>")]
    [TestCase("{{data}}\"'<svg onload=alert(1)>")]
    public async Task Hostile_names_stay_text(string name)
    {
        IPage page = await Open(PageReports.Hostile(name));

        (await page.Locator("img, svg svg").CountAsync()).Should().Be(0);
        (await page.Locator("#assumptions li").TextContentAsync()).Should().Be(name);
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task An_hour_of_fifty_services_opens_and_moves()
    {
        IPage page = await Open(PageReports.Long(50, TimeSpan.FromHours(1), isNoisy: true));

        double frame = await page.EvaluateAsync<double>("() => { const start = performance.now(); for (let i = 0; i < 60; i++) { go(i * 60); document.body.getBoundingClientRect(); } return (performance.now() - start) / 60; }");
        TestContext.Out.WriteLine($"A move takes {frame:0.0} ms; 100 ms is the time between two while playing.");
        await MoveTo(page, 1800);
        await page.Locator("#service").SelectOptionAsync("7");

        (await page.Locator("#clients-table tbody tr").CountAsync()).Should().Be(1);
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task Services_are_found_by_a_part_of_their_names()
    {
        IPage page = await Open(PageReports.Shop());

        await page.Locator("#filter").FillAsync("PAY");
        await page.Locator("#services-table tbody tr:visible button").ClickAsync();

        (await page.Locator("#service option:checked").InnerTextAsync()).Should().Be("payments");
        (await page.Locator("#graph [data-service]").AllInnerTextsAsync()).Should().HaveCount(6, "users, search, payments and the three that it calls");
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task Every_control_has_a_name_and_every_table_heads()
    {
        IPage page = await Open(PageReports.Outage());

        (await page.Locator("button, input, select").EvaluateAllAsync<string[]>(
            "list => list.filter(n => !(n.textContent.trim() || n.ariaLabel || n.labels?.length)).map(n => n.outerHTML)")).Should().BeEmpty();
        (await page.Locator("table").EvaluateAllAsync<bool[]>(
            "list => list.map(t => t.caption.textContent !== '' && t.querySelectorAll('th[scope=col]').length > 1)")).Should().OnlyContain(ok => ok);
        (await page.Locator("svg[role=img]").EvaluateAllAsync<bool[]>(
            "list => list.map(s => s.hasAttribute('aria-label') || s.hasAttribute('aria-labelledby'))")).Should().OnlyContain(ok => ok);
    }

    /// <summary>Writes pictures to look at; the README's is among them.</summary>
    [Test]
    public async Task Pictures_for_light_dark_and_print()
    {
        IPage page = await Open(PageReports.Outage());
        await page.SetViewportSizeAsync(1180, 860);
        await MoveTo(page, 60);
        await Assertions.Expect(page.Locator("#live")).ToContainTextAsync("Second 60");
        string folder = Path.Combine(TestFolders.Repository(), "artifacts", "page");
        Directory.CreateDirectory(folder);

        foreach ((string name, ColorScheme scheme, Media media) in new[] { ("light", ColorScheme.Light, Media.Screen), ("dark", ColorScheme.Dark, Media.Screen), ("print", ColorScheme.Light, Media.Print) })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, Media = media });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }

        page = await Open(PageReports.Readme());
        await MoveTo(page, 90);
        await page.SetViewportSizeAsync(1180, 1110);
        await Assertions.Expect(page.Locator("#live")).ToContainTextAsync("Second 90");
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "failover.png") });
        new FileInfo(Path.Combine(folder, "failover.png")).Length.Should().BeLessThan(200_000, "the README shows it");
    }

    [TestCase("shop-light", 1180, ColorScheme.Light, 0)]
    [TestCase("shop-dark", 1180, ColorScheme.Dark, 0)]
    [TestCase("shop-narrow", 420, ColorScheme.Light, 0)]
    [TestCase("shop-one-service", 1180, ColorScheme.Light, 4)]
    public async Task Pictures_of_a_shop_of_fifty_services(string name, int width, ColorScheme scheme, int service)
    {
        IPage page = await Open(PageReports.Shop());
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await MoveTo(page, service > 0 ? 2500 : 1230);
        if (service > 0)
        {
            await page.Locator("#service").SelectOptionAsync($"{service}");
        }

        await Picture(page, name, width);

        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("only the wide parts scroll sideways");
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task Twenty_clusters_and_many_clients_fit_the_map()
    {
        SimulationReport report = PageReports.Wide();
        IPage page = await Open(report);
        await MoveTo(page, 70);
        string folder = Path.Combine(TestFolders.Repository(), "artifacts", "page");
        Directory.CreateDirectory(folder);
        await page.SetViewportSizeAsync(1180, 860);

        (await page.Locator("#map [data-cluster]").CountAsync()).Should().Be(20);
        (await page.Locator("#map").EvaluateAsync<bool>(
            "map => [...map.querySelectorAll('[data-cluster], [data-client]')].every(n => { const b = n.getBBox(); const v = map.viewBox.baseVal; return b.x >= 0 && b.y >= 0 && b.x + b.width <= v.width && b.y + b.height <= v.height; })")).Should().BeTrue();
        foreach (string cluster in report.Mesh.Clusters.Select(c => c.Name))
        {
            CapacitySeries? limited = report.Capacity.SingleOrDefault(c => c.Cluster == cluster && c.Capacity.Count > 0);
            if (limited?.CapacityAt(TimeSpan.FromSeconds(70)) is > 0 and var capacity)
            {
                (await Shown(page, cluster, "used")).Should().BeApproximately(limited.LoadAt(TimeSpan.FromSeconds(70)) / capacity, 1e-4, "services without a capacity do not count");
            }

            (await Shown(page, cluster, "requests")).Should().BeApproximately(
                report.Traffic.Sum(t => t.At(TimeSpan.FromSeconds(70)).ByCluster.TryGetValue(cluster, out double rate) ? rate : 0), 0.01);
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "wide.png"), FullPage = true });
        await page.Locator("#map").ScreenshotAsync(new() { Path = Path.Combine(folder, "wide-map.png") });
        Problems.Should().BeEmpty();
    }

    [Test]
    public async Task Further_charts_follow_the_slider_whichever_service_is_chosen()
    {
        SimulationChart chart = new()
        {
            Title = "Recovery point",
            Unit = "records",
            Lines = [new("aws->gke", [new(default, 100), new(TimeSpan.FromSeconds(60), 250)]), new("gke->aws", [new(TimeSpan.FromSeconds(90), 70)])],
        };
        IPage page = await Open(PageReports.Outage().ToHtml(new() { Charts = [chart] }));

        await MoveTo(page, 30);
        (await page.Locator("#legend-further-0").InnerTextAsync()).Should().Contain("aws->gke 100 records").And.Contain("gke->aws 0 records");
        await MoveTo(page, 100);
        (await page.Locator("#legend-further-0").InnerTextAsync()).Should().Contain("aws->gke 250 records").And.Contain("gke->aws 70 records");
        (await page.Locator("#chart-further-0 path.line").CountAsync()).Should().Be(2);
        (await page.Locator("figcaption", new() { HasText = "Recovery point" }).CountAsync()).Should().Be(1);
        Problems.Should().BeEmpty();
    }

    private static Task<string?> EdgeTarget(IPage page) => page.Locator("#map .edge").GetAttributeAsync("data-to");

    private Task<IPage> Open(SimulationReport report) => Open(report.ToHtml());
}
