using Mesh.Sdk.Kubernetes;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>
/// Reads the kubeconfig that a host holds. Whoever wrote it may be anybody, so nothing that it names is run or opened here: what istiod refuses is
/// found in the text.
/// </summary>
internal static class HeldCredential
{
    // Source: Istio, pkg/kube/util.go.
    private static readonly (string Field, string Words)[] Refused =
    [
        ("exec", "a program to run"),
        ("auth-provider", "an authentication provider"),
        ("tokenFile", "the path of a token"),
        ("client-certificate", "the path of a certificate"),
        ("client-key", "the path of a key"),
        ("certificate-authority", "the path of a certificate authority"),
    ];

    /// <summary>Makes a connection of it.</summary>
    /// <returns>The connection, or what it holds instead.</returns>
    public static (KubernetesConnection? Connection, string? Problem) Read(string kubeConfig)
    {
        try
        {
            UntypedValue tree = new ResourceReader(ResourceKinds.None).Read(kubeConfig, "remote secret").Single().Tree();
            string[] fields = [.. FieldsOf(tree, "users", "user"), .. FieldsOf(tree, "clusters", "cluster")];
            string? refused = Refused.FirstOrDefault(r => fields.Contains(r.Field)).Words;
            return refused is not null ? (null, refused) : (KubeConfig.Parse(kubeConfig, "remote secret").GetConnection(), null);
        }
        catch (Exception e) when (e is KubernetesConfigurationException or ResourceReadException or InvalidOperationException)
        {
            return (null, "no kubeconfig that can be read");
        }
    }

    private static IEnumerable<string> FieldsOf(UntypedValue tree, string list, string item) =>
        from entry in tree.Find([list])?.Items ?? []
        from field in (IEnumerable<KeyValuePair<string, UntypedValue>>)(entry.Fields[item]?.Fields ?? default)
        select field.Key;
}
