namespace Mesh.Sdk.Tests.Istio;

/// <summary>The folder of reference material beside the repository, which a plain clone has not.</summary>
internal static class SharedFolder
{
    public static string Require()
    {
        for (DirectoryInfo? current = new(TestContext.CurrentContext.TestDirectory); current is not null; current = current.Parent)
        {
            string candidate = Path.Combine(current.FullName, "shared");
            if (Directory.Exists(Path.Combine(candidate, "crds")))
            {
                return candidate;
            }
        }

        Assert.Ignore("There is no folder 'shared' with 'crds' beside the repository.");
        return "";
    }
}
