using System.Text.RegularExpressions;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>The pages of codes that a cluster decides about: their examples are applied to one.</summary>
public sealed partial class ClusterPageTests
{
    [TestCase("MESH4201")]
    [TestCase("MESH4203")]
    public async Task The_examples_of_a_page_show_what_it_says(string code)
    {
        using KubernetesApiClient client = (await SharedLab.EastAsync()).Connect();
        await client.ApplyAsync(new Namespace { Metadata = new("shop") }, new());
        ServerSideApplier applier = new(client);

        ApplyResult bad = await applier.ApplyAsync(Read(code, "Bad"), ApplyOptions.Default);
        ApplyResult good = await applier.ApplyAsync(Read(code, "Good"), ApplyOptions.Default);

        bad.Failed.Should().ContainSingle().Which.Reason!.Code.Should().Be(code);
        good.IsSuccess.Should().BeTrue(good.ToTable());
    }

    private static ResourceSet Read(string code, string heading)
    {
        string page = File.ReadAllText(Path.Combine(Repository(), "docs", "diagnostics", $"{code}.md"));
        string yaml = Block().Matches(page).Single(m => m.Groups["heading"].Value == heading).Groups["yaml"].Value;
        return ResourceSet.From(new ResourceReader(ResourceKinds.None).Read(yaml));
    }

    private static string Repository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Mesh.Sdk.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("""^## (?<heading>\w+)\s+```yaml\n(?<yaml>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
