using System.Text;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>The size of the body of a direct response.</summary>
internal static class DirectResponseBody
{
    public const long LargeSizeBytes = 100 * 1024;
    public const long MaxSizeBytes = 1024 * 1024;

    public static long SizeBytes(HttpBody? body) => body switch
    {
        { String: { } text } => Encoding.UTF8.GetByteCount(text),
        { Bytes: { } base64 } => base64.AsSpan().TrimEnd('=').Length * 3L / 4,
        _ => 0,
    };
}
