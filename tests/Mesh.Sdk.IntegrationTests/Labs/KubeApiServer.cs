using Mesh.Sdk.Kubernetes;

namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>A genuine kube-apiserver in the place of a lab's, where KUBEBUILDER_ASSETS names one.</summary>
internal static class KubeApiServer
{
    /// <summary>Starts a server, and writes the kubeconfig of an administrator.</summary>
    public static LabProcess Start(LabPrograms programs, LabCluster cluster, string etcd, string tokens)
    {
        Directory.CreateDirectory(cluster.Folder);
        Certificates.WriteAll(cluster.Folder, TimeProvider.System.GetUtcNow());
        File.WriteAllText(cluster.KubeConfigPath, KubeConfigText.OfAdministrator(cluster));
        return new(programs.Server, Arguments(cluster, etcd, tokens));
    }

    /// <summary>Waits until a server is ready and has made the first namespace, and fails if it ends instead.</summary>
    /// <returns>Its version.</returns>
    public static async Task<KubernetesVersion> UntilReadyAsync(LabCluster cluster, LabProcess process)
    {
        using KubernetesApiClient client = cluster.Connect(new() { Retry = new() { MaxRetries = 600, MaxDelay = TimeSpan.FromMilliseconds(200) } });
        using CancellationTokenSource over = new();
        await await Task.WhenAny(GetReadyAsync(cluster, client, over.Token), process.UntilEndedAsync(over.Token));
        await over.CancelAsync();
        return await client.GetVersionAsync();
    }

    // It serves before it has made the roles that everybody has, and is ready when it has.
    private static async Task GetReadyAsync(LabCluster cluster, KubernetesApiClient client, CancellationToken cancellationToken)
    {
        await client.WatchAsync(new("", "v1", "Namespace"), new() { FieldSelector = "metadata.name=default" }, cancellationToken).FirstAsync(cancellationToken);
        using HttpTransport transport = HttpTransport.Connect(cluster.Connection);
        while (!await IsReadyAsync(transport, cancellationToken))
        {
            await Task.Yield();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpTransport transport, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri("/readyz", UriKind.Relative));
        using HttpResponseMessage answer = await transport.SendAsync(request, cancellationToken);
        return answer.IsSuccessStatusCode;
    }

    private static string[] Arguments(LabCluster cluster, string etcd, string tokens)
    {
        return
        [
            "--etcd-servers", etcd,
            "--etcd-prefix", $"/{cluster.Name}",
            "--bind-address", "127.0.0.1",

            // Else it looks for an interface with a default route, which not every machine has.
            "--advertise-address", "127.0.0.1",
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
            "--service-account-signing-key-file", At("ca.key"),
        ];

        string At(string name) => Path.Combine(cluster.Folder, name);
    }
}
