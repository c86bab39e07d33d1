namespace Mesh.Sdk.IntegrationTests.Labs;

/// <summary>Kubeconfig files for a lab cluster.</summary>
internal static class KubeConfigText
{
    /// <summary>Returns the kubeconfig of an administrator.</summary>
    public static string OfAdministrator(LabCluster cluster) =>
        Of(cluster, $"{{client-certificate-data: {FileAsBase64(cluster, "admin.crt")}, client-key-data: {FileAsBase64(cluster, "admin.key")}}}");

    /// <summary>Returns a kubeconfig with a user of choice.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="user">The user's fields as a YAML flow map.</param>
    public static string Of(LabCluster cluster, string user) =>
        $$"""
        apiVersion: v1
        kind: Config
        current-context: {{cluster.Name}}
        contexts:
        - name: {{cluster.Name}}
          context: {cluster: {{cluster.Name}}, user: someone}
        clusters:
        - name: {{cluster.Name}}
          cluster:
            server: {{cluster.Server}}
            certificate-authority-data: {{FileAsBase64(cluster, "ca.crt")}}
            extensions:
            - name: client.authentication.k8s.io/exec
              extension: {audience: lab}
        users:
        - name: someone
          user: {{user}}
        """;

    private static string FileAsBase64(LabCluster cluster, string name) => Convert.ToBase64String(File.ReadAllBytes(Path.Combine(cluster.Folder, name)));
}
