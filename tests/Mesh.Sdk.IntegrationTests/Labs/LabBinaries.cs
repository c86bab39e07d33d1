namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>The programs of a lab: those that eng/lab/build.sh made.</summary>
internal static class LabBinaries
{
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("MESH_LAB_CACHE") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "mesh-lab"),
        "bin");

    public static string Etcd => Path.Combine(Folder, "etcd");

    public static string Server => Path.Combine(Folder, "mesh-lab");

    /// <summary>Skips the test where there is no lab; fails it where CI promises one.</summary>
    public static void Require()
    {
        if (File.Exists(Etcd) && File.Exists(Server))
        {
            return;
        }

        string reason = $"There is no lab API server in {Folder}. Build it with eng/lab/build.sh, as ./test.sh does.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Ignore(reason);
    }
}
