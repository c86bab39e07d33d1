namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>The programs of a lab: those that KUBEBUILDER_ASSETS names, else those that eng/lab/build.sh made.</summary>
/// <param name="Folder">Where they are.</param>
/// <param name="IsGenuine">Whether the server is a kube-apiserver, which can't be made to fail.</param>
internal sealed record LabPrograms(string Folder, bool IsGenuine)
{
    /// <summary>Gets the programs that this environment names.</summary>
    public static LabPrograms Default { get; } = Of(Environment.GetEnvironmentVariable);

    public string Etcd => Path.Combine(Folder, "etcd");

    public string Server => Path.Combine(Folder, IsGenuine ? "kube-apiserver" : "mesh-lab");

    /// <summary>Gets the programs that an environment names.</summary>
    public static LabPrograms Of(Func<string, string?> variable) => variable("KUBEBUILDER_ASSETS") is { Length: > 0 } assets
        ? new(assets, true)
        : new(Path.Combine(variable("MESH_LAB_CACHE") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "mesh-lab"), "bin"), false);

    /// <summary>Skips the test where there is no lab; fails it where CI promises one.</summary>
    public void Require()
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
