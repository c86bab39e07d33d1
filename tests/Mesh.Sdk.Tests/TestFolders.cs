namespace Mesh.Sdk.Tests;

/// <summary>Where the repository and the shared material are on this machine.</summary>
internal static class TestFolders
{
    /// <summary>Gets the folder of this test project.</summary>
    public static string Project { get; } = Path.Combine(Repository(), "tests", "Mesh.Sdk.Tests");

    /// <summary>Gets a folder or file of the shared material beside the repository; the test is skipped where there is none.</summary>
    public static string Shared(params string[] parts)
    {
        string path = Path.Combine([Repository(), "..", "shared", .. parts]);
        if (!Path.Exists(path))
        {
            Assert.Ignore($"There is no {Path.Combine(["shared", .. parts])} beside the repository.");
        }

        return Path.GetFullPath(path);
    }

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
}
