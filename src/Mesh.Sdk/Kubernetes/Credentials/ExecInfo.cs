using System.Buffers;
using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Credentials;

/// <summary>What a plugin is told in <c>KUBERNETES_EXEC_INFO</c>.</summary>
internal static class ExecInfo
{
    public static string ToJson(KubernetesExecPlugin plugin, KubernetesConnection connection)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter json = new(buffer))
        {
            json.BeginMap();
            json.Field("kind"u8, "ExecCredential");
            json.Field("apiVersion"u8, plugin.ApiVersion);
            json.Name("spec"u8);
            json.BeginMap();
            if (plugin.ProvidesClusterInfo)
            {
                json.Name("cluster"u8);
                WriteCluster(json, plugin, connection);
            }

            json.Field("interactive"u8, false);
            json.EndMap();
            json.EndMap();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteCluster(JsonResourceWriter json, KubernetesExecPlugin plugin, KubernetesConnection connection)
    {
        json.BeginMap();
        json.Field("server"u8, connection.Server.OriginalString);
        json.Field("tls-server-name"u8, connection.TlsServerName);
        json.Field("insecure-skip-tls-verify"u8, connection.SkipsTlsVerification ? true : default(bool?));
        json.Field("certificate-authority-data"u8, connection.CertificateAuthorityPem is { } pem ? Convert.ToBase64String(Encoding.UTF8.GetBytes(pem)) : null);
        json.Field("proxy-url"u8, connection.ProxyUrl?.OriginalString);
        json.Field("config"u8, plugin.ClusterConfig);
        json.EndMap();
    }
}
