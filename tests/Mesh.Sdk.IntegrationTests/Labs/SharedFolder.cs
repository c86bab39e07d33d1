namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Where the repository and the material beside it are.</summary>
internal static class SharedFolder
{
    /// <summary>Gets the folder of the repository.</summary>
    public static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mesh.Sdk.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Mesh.Sdk.slnx above the test assembly.");
    }

    /// <summary>Gets the file with Istio's CRDs; skips the test where there is none.</summary>
    public static string IstioDefinitions()
    {
        string path = Path.GetFullPath(Path.Combine(Repository(), "..", "shared", "crds", "istio", "crd-all.gen.yaml"));
        if (!File.Exists(path))
        {
            Assert.Ignore("There is no shared/crds/istio beside the repository.");
        }

        return path;
    }
}
