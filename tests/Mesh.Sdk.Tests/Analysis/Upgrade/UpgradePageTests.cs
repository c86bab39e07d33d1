using Mesh.Sdk.Analysis.Upgrade;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Tests.Diagnostics;

namespace Mesh.Sdk.Tests.Analysis.Upgrade;

/// <summary>The pages of upgrades: their bad definition has the finding, their good one has none.</summary>
public sealed class UpgradePageTests
{
    private static readonly Dictionary<string, UpgradeOptions> Choices = new()
    {
        ["MESH2901"] = new() { ConsecutiveErrors = ConsecutiveErrorsMeaning.CountEvery5xx },
        ["MESH2903"] = new() { WritesMaxEjectionPercent = true },
    };

    private static IEnumerable<string> Codes => DiagnosticPage.Codes.Where(c => string.CompareOrdinal(c, "MESH2900") >= 0 && string.CompareOrdinal(c, "MESH2950") < 0);

    [TestCaseSource(nameof(Codes))]
    public void The_bad_definition_of_the_page_is_reported_with_its_place(string code)
    {
        Diagnostic[] found = [.. Upgrade(code, "Bad").Report.Where(d => d.Code == code)];

        found.Should().ContainSingle().Which.Position.Should().NotBeNull();
        $"{found[0].Message}{found[0].Remedy}".Should().NotContainAny("{", "}");
    }

    [TestCaseSource(nameof(Codes))]
    public void The_good_definition_of_the_page_is_left_as_it_is(string code) => Upgrade(code, "Good").Report.Should().BeEmpty();

    [TestCaseSource(nameof(Codes))]
    public void What_was_written_needs_no_second_upgrade(string code)
    {
        UpgradedResources once = Upgrade(code, "Bad");

        UpgradedResources twice = IstioUpgrade.ToVersion(once.Resources, Choices.GetValueOrDefault(code, new()));

        twice.Resources.Should().Equal(once.Resources);
    }

    private static UpgradedResources Upgrade(string code, string heading) =>
        IstioUpgrade.Read(DiagnosticPage.Yaml(code, heading)!, $"{code}.md", Choices.GetValueOrDefault(code, new()));
}
