using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Tests.Diagnostics;

namespace Mesh.Sdk.Tests.Kubernetes;

/// <summary>The page of each code about kubeconfig files has a bad one with this finding and a good one without any.</summary>
public sealed class ConnectionPagesTests
{
    private static IEnumerable<string> CodesWithKubeConfigs() =>
        DiagnosticPage.Codes.Where(c => c.StartsWith("MESH41", StringComparison.Ordinal) && DiagnosticPage.Yaml(c, "Bad") is not null);

    [TestCaseSource(nameof(CodesWithKubeConfigs))]
    public void The_kubeconfigs_of_a_page_show_what_it_says(string code)
    {
        Findings(DiagnosticPage.Yaml(code, "Bad")!).Should().ContainSingle().Which.Code.Should().Be(code);
        Findings(DiagnosticPage.Yaml(code, "Good")!).Should().BeEmpty();
    }

    [TestCaseSource(nameof(CodesWithKubeConfigs))]
    public void Findings_show_no_credential(string code) =>
        Findings(DiagnosticPage.Yaml(code, "Bad")!).Select(d => d.ToString()).Should().NotContain(t => t.Contains("my-token") || t.Contains("my-password"));

    private static DiagnosticReport Findings(string text)
    {
        try
        {
            return KubeConfig.Parse(text).GetConnection().Report;
        }
        catch (KubernetesConfigurationException e)
        {
            return e.Report;
        }
    }
}
