namespace Mesh.Sdk.Kafka.Tests;

/// <summary>Where the shared material is on this machine.</summary>
internal static class TestFolders
{
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

    private static string Repository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mesh.Sdk.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Mesh.Sdk.slnx above the test assembly.");
    }
}
