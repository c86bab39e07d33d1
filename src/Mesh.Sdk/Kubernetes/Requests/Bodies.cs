using System.Buffers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Requests;

/// <summary>Bodies of requests, as JSON.</summary>
internal static class Bodies
{
    // An API server reads what is applied as YAML, and its scanner holds on to all of a line that may yet turn out to be a key: short lines cost it
    // less than a long one. Indents would add nothing but bytes.
    public static ReadOnlyMemory<byte> Of(IResource resource, TargetVersions versions)
    {
        ArrayBufferWriter<byte> buffer = new(1024);
        using (JsonResourceWriter json = new(buffer, indented: true, indentSize: 0) { TargetVersions = versions })
        {
            resource.WriteTo(json);
        }

        return SurrogatePairs.Join(buffer.WrittenMemory);
    }

    public static ReadOnlyMemory<byte> Of(KubernetesDeleteOptions options) => Write(json =>
    {
        json.Field("apiVersion"u8, "v1");
        json.Field("kind"u8, "DeleteOptions");
        json.Field("propagationPolicy"u8, options.Propagation?.ToString());
        json.Field("gracePeriodSeconds"u8, (long?)options.GracePeriod?.TotalSeconds);
        json.Field("dryRun"u8, options.DryRun ? ["All"] : default(EquatableList<string>));
        if (options.Uid is not null || options.ResourceVersion is not null)
        {
            json.Name("preconditions"u8);
            json.BeginMap();
            json.Field("uid"u8, options.Uid);
            json.Field("resourceVersion"u8, options.ResourceVersion);
            json.EndMap();
        }
    });

    public static ReadOnlyMemory<byte> Write(Action<JsonResourceWriter> writeFields)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (JsonResourceWriter json = new(buffer))
        {
            json.BeginMap();
            writeFields(json);
            json.EndMap();
        }

        return buffer.WrittenMemory;
    }
}
