using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>A genuine kube-apiserver in the place of a lab's, where KUBEBUILDER_ASSETS names one.</summary>
internal static class KubeApiServer
{
    /// <summary>Starts a server, writes the kubeconfig of an administrator and waits until it serves.</summary>
    public static async Task<LabProcess> StartAsync(LabCluster cluster, string etcd, string tokens)
    {
        Directory.CreateDirectory(cluster.Folder);
        Certificates.WriteAll(cluster.Folder, TimeProvider.System.GetUtcNow());
        string At(string name) => Path.Combine(cluster.Folder, name);
        LabProcess process = new(
            LabBinaries.Server,
            "--etcd-servers", etcd,
            "--etcd-prefix", $"/{cluster.Name}",
            "--bind-address", "127.0.0.1",
            "--secure-port", $"{cluster.Server.Port}",
            "--cert-dir", cluster.Folder,
            "--tls-cert-file", At("server.crt"),
            "--tls-private-key-file", At("server.key"),
            "--client-ca-file", At("ca.crt"),
            "--token-auth-file", tokens,
            "--authorization-mode", "RBAC",
            "--disable-admission-plugins", "ServiceAccount",
            "--service-cluster-ip-range", "10.0.0.0/24",
            "--service-account-issuer", "https://kubernetes.default.svc.cluster.local",
            "--service-account-key-file", At("ca.key"),
            "--service-account-signing-key-file", At("ca.key"));
        await File.WriteAllTextAsync(cluster.KubeConfigPath, KubeConfigText.Of(cluster, "{client-certificate: admin.crt, client-key: admin.key}"));
        using KubernetesApiClient client = cluster.Connect(new() { Retry = new() { MaxRetries = 600, MaxDelay = TimeSpan.FromMilliseconds(200) } });
        await client.GetAsync(new("", "v1", "Namespace", "", "default"));
        return process;
    }
}
