using System.Text;
using System.Text.Json;
using Mesh.Sdk.Simulation;

namespace Mesh.Sdk.Tests.Simulation.Page;

public sealed class PageTests
{
    [TestCase("</script><script>alert(1)</script>")]
    [TestCase("<!--<script>")]
    [TestCase("\"';}{{data}}{{script}} ]]>")]
    [TestCase("\u2028\u2029\u202e\0&lt;img src=x onerror=alert(1)>")]
    public void No_name_breaks_out_of_the_data(string name)
    {
        string page = PageReports.Hostile(name).ToHtml();

        page.Split("<script", StringSplitOptions.None).Should().HaveCount(3, "the data and the script are the only scripts");
        JsonDocument data = Data(page);
        data.RootElement.GetProperty("assumptions")[0].GetString().Should().Be(name);
        data.RootElement.GetProperty("clients")[0].GetProperty("name").GetString().Should().Be(name);
    }

    [Test]
    public void A_title_is_text_only() =>
        PageReports.Outage().ToHtml(new() { Title = "<b>{{data}}" }).Should().Contain("<title>&lt;b&gt;{{data}}</title>");

    [Test]
    public void The_page_asks_nothing_of_a_network()
    {
        string page = PageReports.Outage().ToHtml();

        page.Should().Contain("default-src 'none'");
        page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal).Should().NotContain("http://").And.NotContain("https://");
    }

    [Test]
    public void The_same_report_gives_the_same_bytes() => PageReports.Outage().ToHtml().Should().Be(PageReports.Outage().ToHtml());

    [Test]
    public void Runs_of_equal_values_take_no_room()
    {
        JsonElement columns = Data(PageReports.Outage().ToHtml()).RootElement.GetProperty("columns");

        columns.EnumerateArray().Sum(c => c.GetArrayLength()).Should().BeLessThan(80, "three minutes in which little changes");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void An_hour_of_fifty_services_stays_under_three_megabytes(bool isNoisy)
    {
        SimulationReport report = PageReports.Long(50, TimeSpan.FromHours(1), isNoisy);

        string page = report.ToHtml();

        Encoding.UTF8.GetByteCount(page).Should().BeLessThan(3_000_000);
        Data(page).RootElement.GetProperty("series").GetArrayLength().Should().Be(50);
        Data(page).RootElement.GetProperty("note").GetString()!.Contains("averages", StringComparison.Ordinal).Should().Be(isNoisy);
    }

    [Test]
    public void Averages_keep_the_sums()
    {
        SimulationReport report = PageReports.Long(10, TimeSpan.FromMinutes(10), isNoisy: true);

        string page = report.ToHtml(new() { MaxBytes = 100_000 });

        Encoding.UTF8.GetByteCount(page).Should().BeLessThan(100_000);
        JsonElement data = Data(page).RootElement;
        JsonElement series = data.GetProperty("series")[0];
        double requests = Sum(data, series.GetProperty("requests").GetInt32());
        requests.Should().BeApproximately(report.Traffic[0].Requests, 1e-4 * report.Traffic[0].Requests);
    }

    [Test]
    public void Series_that_do_not_fit_are_left_out_with_a_word()
    {
        string page = PageReports.Long(500, TimeSpan.FromMinutes(2), isNoisy: true).ToHtml(new() { MaxBytes = 150_000 });

        Data(page).RootElement.GetProperty("note").GetString().Should().Contain("series with the least traffic are left out");
        Data(page).RootElement.GetProperty("series").GetArrayLength().Should().BeLessThan(500);
    }

    [Test]
    public async Task A_page_is_written_to_a_file()
    {
        string path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"page-{Guid.NewGuid():N}.html");
        SimulationReport report = PageReports.Outage();

        await report.WriteHtmlAsync(path);

        (await File.ReadAllTextAsync(path)).Should().Be(report.ToHtml());
        File.Delete(path);
    }

    private static double Sum(JsonElement data, int column)
    {
        double[] list = [.. data.GetProperty("columns")[column].EnumerateArray().Select(v => v.GetDouble())];
        double unit = data.GetProperty("unit").GetDouble() / 1000;
        double time = 0;
        double sum = 0;
        for (int i = 0; i < list.Length; i += 2)
        {
            time += list[i];
            double next = i + 2 < list.Length ? time + list[i + 2] : data.GetProperty("end").GetDouble();
            sum += list[i + 1] * (next - time) * unit;
        }

        return sum;
    }

    private static JsonDocument Data(string page)
    {
        const string Start = "id=\"data\">";
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]);
    }
}
