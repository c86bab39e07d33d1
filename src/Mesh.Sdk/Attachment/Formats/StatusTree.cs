using System.Buffers;
using System.Globalization;
using System.Text;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment.Formats;

/// <summary>A status for programs; both texts are written from one tree.</summary>
internal static class StatusTree
{
    public static string ToJson(MeshStatus status)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter writer = new(buffer, indented: true))
        {
            Of(status).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan).TrimEnd('\n') + "\n";
    }

    public static string ToYaml(MeshStatus status)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (YamlResourceWriter writer = new(buffer))
        {
            Of(status).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static UntypedValue Of(MeshStatus status) => UntypedValue.From(status.Clusters.Select(Of).ToEquatableList());

    private static UntypedValue Of(ClusterStatus cluster) => UntypedValue.From(new UntypedFields(
    [
        new("name", cluster.Name),
        new("type", cluster.Type.ToString()),
        new("status", cluster.Status.ToString()),
        new("gatewayAddress", UntypedValue.From(cluster.GatewayAddresses.Select(UntypedValue.From).ToEquatableList())),
        new("istioControlPlane", TextOrNull(cluster.ControlPlane)),
        new("message", cluster.Message),
        new("reachable", cluster.IsReachable),
        new("kubernetesVersion", TextOrNull(cluster.KubernetesVersion)),
        new("istioVersion", TextOrNull(cluster.IstioVersion)),
        new("remoteSecret", cluster.RemoteSecret.ToString()),
        new("tokenExpiresAt", TextOrNull(cluster.TokenExpiresAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
    ]));

    private static UntypedValue TextOrNull(string? text) => text is null ? UntypedValue.Null : UntypedValue.From(text);
}
