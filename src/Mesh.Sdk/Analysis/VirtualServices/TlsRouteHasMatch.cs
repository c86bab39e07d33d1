using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A TLS route matches server names.</summary>
internal sealed class TlsRouteHasMatch : Rule<TlsRoute>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2387",
        DiagnosticSeverity.Error,
        "The TLS route has no match, so no connection gets it.",
        "Give 'match' with 'sniHosts'.");

    public override string VectorId => "VS-TLS-MATCH";

    public override void Check(TlsRoute value, Place place)
    {
        if (value.Match.Count == 0)
        {
            place.Field("match").Report(Descriptor);
        }
    }
}
