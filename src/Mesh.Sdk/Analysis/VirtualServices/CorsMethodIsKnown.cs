using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>An allowed method is one of HTTP.</summary>
internal sealed class CorsMethodIsKnown : Rule<CorsPolicy>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2336",
        DiagnosticSeverity.Error,
        "'{0}' is not an HTTP method.",
        "Give methods in capitals: GET, HEAD, POST, PUT, PATCH, DELETE, CONNECT, OPTIONS, TRACE.");

    public override string VectorId => "VS-CORS-METHOD";

    public override void Check(CorsPolicy value, Place place)
    {
        for (int i = 0; i < value.AllowMethods.Count; i++)
        {
            if (value.AllowMethods[i] is not ("GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "CONNECT" or "OPTIONS" or "TRACE"))
            {
                place.Field("allowMethods").Item(i).Report(Descriptor, value.AllowMethods[i]);
            }
        }
    }
}
