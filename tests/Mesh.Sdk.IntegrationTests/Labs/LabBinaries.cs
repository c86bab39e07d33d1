namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>The programs of a lab: those that KUBEBUILDER_ASSETS names, else those that eng/lab/build.sh made.</summary>
internal static class LabBinaries
{
    private static readonly string? Assets = Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS");

    public static string Folder { get; } = Assets ?? Path.Combine(
        Environment.GetEnvironmentVariable("MESH_LAB_CACHE") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "mesh-lab"),
        "bin");

    /// <summary>Gets whether the servers are genuine, and so can't be made to fail.</summary>
    public static bool IsGenuine => Assets is not null;

    public static string Etcd => Path.Combine(Folder, "etcd");

    public static string Server => Path.Combine(Folder, IsGenuine ? "kube-apiserver" : "mesh-lab");

    /// <summary>Skips the test where there is no lab; fails it where CI promises one.</summary>
    public static void Require()
    {
        if (File.Exists(Etcd) && File.Exists(Server))
        {
            return;
        }

        string reason = $"There is no {Path.GetFileName(Server)} or etcd in {Folder}. Build them with eng/lab/build.sh, as ./test.sh does.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Ignore(reason);
    }
}
