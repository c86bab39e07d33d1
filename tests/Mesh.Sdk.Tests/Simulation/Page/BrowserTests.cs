using System.Globalization;
using Microsoft.Playwright;

namespace Mesh.Sdk.Tests.Simulation.Page;

/// <summary>Opens pages from disk in Debian's Chromium. Without a browser the tests are skipped, but not in CI.</summary>
[NonParallelizable]
public abstract class BrowserTests
{
    private const string Executable = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string _folder = "";

    /// <summary>Gets what the browser complained of, and what the last page asked of a network.</summary>
    protected List<string> Problems { get; } = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        if (!File.Exists(Executable))
        {
            const string Message = $"There is no {Executable}, so the page is not tested in a browser; ./test.sh installs it where it can.";
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                Assert.Fail(Message);
            }

            Assert.Ignore(Message);
        }

        _folder = Directory.CreateTempSubdirectory("mesh-page-").FullName;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_folder.Length > 0)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    protected async Task<IPage> Open(string html)
    {
        string path = Path.Combine(_folder, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, html);
        Problems.Clear();
        IPage page = await _browser!.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Problems.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                Problems.Add($"asks for {request.Url}");
            }
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    /// <summary>Writes a picture to look at.</summary>
    protected static async Task Picture(IPage page, string name, int width)
    {
        await page.SetViewportSizeAsync(width, 860);
        await page.ScreenshotAsync(new() { Path = Path.Combine(TestFolders.Repository(), "artifacts", "page", $"{name}.png"), FullPage = true });
    }

    protected static async Task MoveTo(IPage page, int second) => await page.Locator("#time").EvaluateAsync(
        "(slider, value) => { slider.value = value; slider.dispatchEvent(new Event('input')); }", second);

    protected static Task<double> Shown(IPage page, string cluster, string number) =>
        Number(page.Locator($"#clusters-table tr:has(th[data-cluster='{cluster}']) [data-number={number}]"));

    protected static async Task<double> Number(ILocator cell) =>
        double.Parse((await cell.GetAttributeAsync("data-value"))!, CultureInfo.InvariantCulture);
}
