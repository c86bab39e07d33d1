using System.Xml.Linq;

namespace Mesh.Sdk.Tests.Simulation.Page;

/// <summary>Pictures and texts of the article's outage, compared with the committed ones (MESH_ACCEPT_SNAPSHOTS=1 writes them).</summary>
public sealed class ChartSnapshotTests
{
    [Test]
    public void Mermaid_shows_regions_clusters_services_and_requests() => Matches("outage.mmd", PageReports.Outage().ToMermaid());

    [Test]
    public void Mermaid_after_the_outage_leads_to_the_survivor() => Matches("outage-at-90.mmd", PageReports.Outage().ToMermaid(TimeSpan.FromSeconds(90)));

    [Test]
    public void Svg_shows_the_shares() => Matches("outage.svg", PageReports.Outage().ToSvg("frontpage"));

    [Test]
    public void Text_shows_a_bar_per_time() => Matches("outage.txt", PageReports.Outage().ToText("frontpage"));

    [Test]
    public void Text_of_all_services_has_the_same_rows() =>
        PageReports.Outage().ToText().Split('\n')[1..].Should().Equal(PageReports.Outage().ToText("frontpage").Split('\n')[1..]);

    [Test]
    public void Svg_of_hostile_names_is_still_svg() =>
        XDocument.Parse(PageReports.Hostile("\0</title><script>&\u202e").ToSvg("frontpage")).Descendants().Should().NotContain(e => e.Name.LocalName == "script");

    [Test]
    public void Hostile_names_are_only_labels_in_mermaid_and_plain_in_text()
    {
        const string Name = "x\"]\nclick a \"javascript:alert(1)\"\u001b[2J";

        PageReports.Hostile(Name).ToMermaid().Should().NotContain("\"javascript").And.NotContain("\nclick");
        PageReports.Hostile(Name).ToText().Should().NotContain("\u001b").And.NotContain("\nclick");
    }

    [TestCase("checkout")]
    public void Charts_of_unknown_services_are_refused(string service)
    {
        Func<string> svg = () => PageReports.Outage().ToSvg(service);
        Func<string> text = () => PageReports.Outage().ToText(service);

        svg.Should().Throw<ArgumentException>().WithMessage("The mesh has no service 'checkout'.*");
        text.Should().Throw<ArgumentException>();
    }

    private static void Matches(string name, string actual)
    {
        string path = Path.Combine(TestFolders.Project, "Simulation", "Page", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("MESH_ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        actual.Should().Be(File.ReadAllText(path));
    }
}
