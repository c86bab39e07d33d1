namespace Mesh.Sdk.Kubernetes.Configuration;

/// <summary>Where kubectl looks for kubeconfig files.</summary>
internal static class KubeConfigPaths
{
    public static string[] OfEnvironment()
    {
        string[] listed = (Environment.GetEnvironmentVariable("KUBECONFIG") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return listed.Length > 0 ? [.. listed.Distinct()] : [Path.Combine(home, ".kube", "config")];
    }
}
